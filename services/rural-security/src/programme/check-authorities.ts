import { type Report } from '@tieuchi/subgraph-kit';
import type { IndicatorFile } from './indicator-file';
import { reportRepeated } from './report-repeated';

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** On each day one authority at most, in the order of time. */
export function checkAuthorities({ authorities, unitGroups }: IndicatorFile, report: Report): void {
  reportRepeated(unitGroups, 'id', ['unitGroups'], report);
  for (const [index, { validFrom, validTo }] of authorities.entries()) {
    if ((validTo ?? LAST_DAY) < (validFrom ?? FIRST_DAY)) {
      report(['authorities', index, 'validTo'], `must not lie before validFrom, ${validFrom}`);
    }
    const before = authorities[index - 1];
    if (before && (validFrom ?? FIRST_DAY) <= (before.validTo ?? LAST_DAY)) {
      report(
        ['authorities', index, 'validFrom'],
        `must come after the authority before it, ${before.validTo ?? 'which has no end'}`,
      );
    }
  }
}
