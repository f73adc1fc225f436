import { seesUnpublished } from '@tieuchi/subgraph-kit';
import { COUNT_COLUMNS } from './tally-sql';

/**
 * SQL: whether the reasons of unknowns, and what units say of themselves, are shown for the unit `asked.unit_id`. Above
 * the district they are everybody's; below, a count of one or two would tell who has not sent anything.
 */
export const REASONS_SHOWN = `(coalesce((select bool_and(r.level not in ('DISTRICT', 'COMMUNE'))
    from register_unit_version r where r.unit_id = asked.unit_id), true) or ${seesUnpublished('asked.unit_id')})`;

const UNPUBLISHED: ReadonlySet<string> = new Set(['in_draft', 'awaiting_appraisal', 'returned', 'self_assessed_met']);

/** The counts in their order, as SQL; 0 for what is not shown, so that it is among the rest of the unknown. */
export function shownCounts(isShown: string): string {
  return COUNT_COLUMNS.map((name) =>
    UNPUBLISHED.has(name) ? `case when ${isShown} then ${name} else 0 end` : name,
  ).join(', ');
}
