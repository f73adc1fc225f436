import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { Desk } from '../assessment-life/desk';
import { currentRevision, type DeskRow } from '../assessment-life/desk.repository';
import type { ImportYear } from './import-year.repository';

/** A unit that has a code on the map of the year, with all that its step is decided on. */
export interface UnitDesk {
  readonly code: string;
  readonly unitName: string;
  readonly isInScope: boolean;
  readonly isInPopulation: boolean;
  /** Of the row that its next revision closes; null before the first. */
  readonly currentId: string | null;
  readonly desk: Desk;
}

interface UnitRow extends Pick<DeskRow, 'current' | 'authors' | 'before' | 'base' | 'isComparable'> {
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly isInScope: boolean;
  readonly isInPopulation: boolean;
}

/** The row `h` of an assessment as a revision with its id. */
export const HELD_JSON = `json_build_object('id', h.id::text, 'version', h.version, 'state', h.state,
      'verdict', h.verdict, 'unknownReason', h.unknown_reason, 'selfVerdict', h.self_verdict,
      'itemVerdicts', h.item_verdicts, 'selfItems', h.self_items, 'appraisedItems', h.appraised_items,
      'submittedOn', h.submitted_on, 'submittedBy', h.submitted_by, 'enteredFor', h.entered_for,
      'appraisedOn', h.appraised_on, 'appraisedBy', h.appraised_by, 'confirmedOn', h.confirmed_on, 'late', h.late,
      'reason', h.reason, 'decisionNumber', h.decision_number, 'decisionId', h.decision_id)`;

/**
 * What the desk of one unit is, for many. "offset 0" has each row found by its index: an import fills the table in its own
 * transaction, and the planner still thinks that it is empty.
 */
const UNITS = `
  with unit as materialized (
    select v.code, v.unit_id, v.name, v.kind from register_unit_version v
    where v.code = any($3::text[]) and v.valid @> $4::date
      and v.level in (select p.level from population p where p.indicator_id = $1)
  ),
  held as materialized (
    select a.* from unit u cross join lateral (
      select * from assessment a where a.indicator_id = $1 and a.year = $2 and a.unit_id = u.unit_id offset 0) a
  ),
  author as (
    select h.unit_id, array_agg(distinct h.recorded_by) as names from held h
    where h.state in ('DRAFT', 'SUBMITTED') group by h.unit_id
  ),
  measured as (
    select a.unit_id, a.year, jsonb_object_agg(m.key, m.value) as measures from unit u
    cross join lateral (
      select * from assessment a where a.indicator_id = $1 and a.year in ($2 - 1, $6::int) and a.unit_id = u.unit_id
        and a.recorded_to is null offset 0) a
    cross join lateral jsonb_array_elements(a.appraised_items) item
    cross join lateral jsonb_each(case jsonb_typeof(item -> 'measures') when 'object' then item -> 'measures' else '{}' end) m
    group by a.unit_id, a.year
  )
  select u.code, u.unit_id as "unitId", u.name as "unitName",
    ((select current_setting('app.scope', true)) = 'VN' or is_within_scope(u.unit_id)) as "isInScope",
    exists (select from population p where p.indicator_id = $1 and u.kind = any(p.kinds)) as "isInPopulation",
    coalesce(w.names, '{}') as authors, b.measures as before, o.measures as base,
    case when h.id is not null then ${HELD_JSON} end as current,
    $5::date is not null
      and exists (select from register_unit_version v where v.unit_id = u.unit_id and v.valid @> $5::date)
      and not exists (select from register_link l where l.predecessor_id = u.unit_id and l.successor_id <> u.unit_id
        and l.effective_on > $5::date and l.effective_on <= $4::date)
      and not exists (select from register_link l where l.successor_id = u.unit_id and l.predecessor_id <> u.unit_id
        and l.effective_on > $5::date and l.effective_on <= $4::date) as "isComparable"
  from unit u
  left join held h on h.unit_id = u.unit_id and h.recorded_to is null
  left join author w on w.unit_id = u.unit_id
  left join measured b on b.unit_id = u.unit_id and b.year = $2 - 1
  left join measured o on o.unit_id = u.unit_id and o.year = $6::int`;

/** One statement for any number of units; a code that no unit has is not among them. */
export async function findDesks(
  tx: EntityManager,
  question: AssessmentQuestion,
  common: ImportYear,
  codes: readonly string[],
): Promise<Map<string, UnitDesk>> {
  const { indicatorId, year } = question;
  const { countedOn, countedBefore, baseYear } = common;
  const rows: UnitRow[] = await tx.query(UNITS, [indicatorId, year, codes, countedOn, countedBefore, baseYear]);
  return new Map(rows.map((row) => [row.code, deskOf(question, common, row)]));
}

/** Written out field by field: an object that others are spread into takes three times the memory. */
function deskOf({ indicatorId, year }: AssessmentQuestion, common: ImportYear, row: UnitRow): UnitDesk {
  const { rule, items, countedOn, windowFrom, submitBy } = common;
  const { code, unitName, isInScope, isInPopulation, unitId, authors, before, base, isComparable } = row;
  const desk: Desk = {
    indicatorId,
    year,
    rule,
    items,
    countedOn,
    windowFrom,
    submitBy,
    unitId,
    current: currentRevision(row),
    authors,
    before,
    base,
    isComparable,
  };
  return { code, unitName, isInScope, isInPopulation, currentId: row.current?.id ?? null, desk };
}
