import { type Report } from '@tieuchi/subgraph-kit';
import type { IndicatorFile } from './indicator-file';
import type { TargetFile } from './target-file';

/** How a unit that sets a target is named, by its level. */
const CODES: Readonly<Record<TargetFile['scopeLevel'], { form: RegExp; words: string }>> = {
  COUNTRY: { form: /^VN$/, words: '"VN"' },
  PROVINCE: { form: /^\d{2}$/, words: 'the 2 digits of a province, with leading zeros' },
  DISTRICT: { form: /^\d{3}$/, words: 'the 3 digits of a district, with leading zeros' },
};

/** A target is said once, in percent or in units, and an interim one belongs to a year before the due day. */
export function checkTargets({ shape, targets, years }: IndicatorFile, report: Report): void {
  for (const [index, target] of targets.entries()) {
    const reportHere: Report = (path, message) => report(['targets', index, ...path], message);
    const { form, words } = CODES[target.scopeLevel];
    if (!form.test(target.scopeCode)) reportHere(['scopeCode'], `must be ${words}, found "${target.scopeCode}"`);
    checkValue(target, reportHere);
    if (target.year === null) checkFinal(target, shape, reportHere);
    else checkInterim(target, target.year, years, reportHere);
  }
}

function checkValue({ percent, units, year }: TargetFile, report: Report): void {
  if ((percent === null) === (units === null)) report([], 'must have either percent or units');
  if (units !== null && year === null) report(['year'], 'must name a year: only an interim target is set in units');
}

/** Pace is measured from a baseline to the due day, so that a share without them could not be followed. */
function checkFinal({ direction, due, baselineYear }: TargetFile, shape: IndicatorFile['shape'], report: Report): void {
  if (shape !== 'UNITS_MET' || direction !== 'AT_LEAST') return;
  if (due === null) report(['due'], 'must be a day: without a year the target is that of its due day');
  if (baselineYear === null) report(['baselineYear'], 'must be a year: pace is measured from it');
}

function checkInterim({ due }: TargetFile, year: number, years: IndicatorFile['years'], report: Report): void {
  if (years.some((known) => known.year === year)) return;
  if (due !== null && year <= Number(due.slice(0, 4))) return;
  const known = years.map((one) => one.year).join(', ') || 'none';
  report(['year'], `${year} is neither a year of the indicator (${known}) nor before the due day`);
}
