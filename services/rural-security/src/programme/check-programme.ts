import { type Report } from '@tieuchi/subgraph-kit';
import { checkAuthorities } from './check-authorities';
import { checkCriteriaSets } from './check-criteria-sets';
import { checkPopulations } from './check-populations';
import { checkTargets } from './check-targets';
import { checkYears } from './check-years';
import type { IndicatorFile } from './indicator-file';
import type { ProgrammeFile } from './programme-file';
import { reportRepeated } from './report-repeated';

/** What holds between the parts of one indicator; each check tells of its faults by their path in the indicator. */
const INDICATOR_CHECKS: readonly ((indicator: IndicatorFile, report: Report) => void)[] = [
  checkPopulations,
  checkCriteriaSets,
  checkYears,
  checkTargets,
  checkAuthorities,
];

/** What holds between the parts of a programme, beyond the shape that its schema says. */
export function checkProgramme({ indicators, validFrom, validTo }: ProgrammeFile, report: Report): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    report(['validTo'], `must not lie before validFrom, ${validFrom}`);
  }
  reportRepeated(indicators, 'id', ['indicators'], report);
  const targets = indicators.flatMap((indicator, place) =>
    indicator.targets.map(({ id }, index) => ({ id, path: ['indicators', place, 'targets', index, 'id'] })),
  );
  const seen = new Set<string>();
  for (const { id, path } of targets) {
    if (seen.has(id)) report(path, `"${id}" stands twice: a target is named once in the programme`);
    seen.add(id);
  }
  for (const [place, indicator] of indicators.entries()) {
    for (const check of INDICATOR_CHECKS) {
      check(indicator, (path, message) => report(['indicators', place, ...path], message));
    }
  }
}
