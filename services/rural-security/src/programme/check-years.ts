import { type Report } from '@tieuchi/subgraph-kit';
import type { IndicatorFile, YearFile } from './indicator-file';

/** Years stand in the order of time, each with a set that there is and a window of its own. */
export function checkYears({ shape, years, criteriaSets }: IndicatorFile, report: Report): void {
  if (shape !== 'UNITS_MET' && years.length > 0) report(['years'], `must be empty: ${shape} counts no units`);
  const versions = criteriaSets.map(({ version }) => version);
  for (const [index, year] of years.entries()) {
    const reportHere: Report = (path, message) => report(['years', index, ...path], message);
    if (!versions.includes(year.criteriaVersion)) {
      const known = versions.map((version) => `"${version}"`).join(', ') || 'none';
      reportHere(['criteriaVersion'], `no criteria set "${year.criteriaVersion}"; there are: ${known}`);
    }
    checkDays(year, reportHere);
    const before = years[index - 1];
    if (before) checkOrder(before, year, reportHere);
  }
}

function checkDays({ windowFrom, windowTo, submitBy }: YearFile, report: Report): void {
  if (windowTo < windowFrom) report(['windowTo'], `must not lie before windowFrom, ${windowFrom}`);
  if (submitBy !== null && submitBy < windowFrom) {
    report(['submitBy'], `must not lie before windowFrom, ${windowFrom}`);
  }
}

function checkOrder(before: YearFile, { year, windowFrom }: YearFile, report: Report): void {
  if (year <= before.year) report(['year'], `must come after ${before.year}, found ${year}`);
  if (windowFrom <= before.windowTo) {
    report(['windowFrom'], `overlaps the window of ${before.year}, which ends on ${before.windowTo}`);
  }
}
