import { seesUnpublished } from '@tieuchi/subgraph-kit';
import { COUNT_COLUMNS } from './tally-sql';

/**
 * SQL over the versions `v` of a unit: whether the reasons of unknowns, and what units say of themselves, are shown for it.
 * Above the district they are everybody's; below, a count of one or two would tell who has not sent anything.
 * @param unit SQL for its id
 */
export function reasonsShown(unit: string): string {
  return `(coalesce(bool_and(v.level not in ('DISTRICT', 'COMMUNE')), true) or ${seesUnpublished(unit)})`;
}

const UNPUBLISHED: ReadonlySet<string> = new Set(['in_draft', 'awaiting_appraisal', 'returned', 'self_assessed_met']);

/** The counts in their order, as SQL; 0 for what is not shown, so that it is among the rest of the unknown. */
export function shownCounts(isShown: string): string {
  return COUNT_COLUMNS.map((name) =>
    UNPUBLISHED.has(name) ? `case when ${isShown} then ${name} else 0 end` : name,
  ).join(', ');
}
