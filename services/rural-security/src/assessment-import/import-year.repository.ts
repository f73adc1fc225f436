import type { Day } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { Desk } from '../assessment-life/desk';
import { refuseUnknownYear } from '../indicator/check-year';

/** What all desks of an indicator's year have in common. */
export interface ImportYear extends Pick<Desk, 'rule' | 'items' | 'countedOn' | 'windowFrom' | 'submitBy'> {
  /** Null where the year before is not assessed. */
  readonly countedBefore: Day | null;
  /** The year that a rule compares with; null without one. */
  readonly baseYear: number | null;
  /** Whether the database is for demonstration: its forms come back to it, and to no other. */
  readonly isDemonstration: boolean;
}

const YEAR = `
  select coalesce(s.rule, '{"kind": "ALL_OF"}') as rule, y.counted_on as "countedOn", y.window_from as "windowFrom",
    coalesce(y.submit_by, y.window_to) as "submitBy", is_demonstration() as "isDemonstration",
    (select b.counted_on from assessment_year b where b.indicator_id = $1 and b.year = $2 - 1) as "countedBefore",
    (select json_agg(json_build_object('number', c.number, 'rule', c.rule, 'evidencePolicy', c.evidence_policy)
       order by c.number) from criteria_item c
     where c.indicator_id = $1 and c.criteria_version = y.criteria_version) as items,
    (select (c.rule ->> 'baseYear')::int from criteria_item c where c.indicator_id = $1
       and c.criteria_version = y.criteria_version and c.rule ? 'baseYear' limit 1) as "baseYear"
  from assessment_year y
  left join criteria_set s on s.indicator_id = y.indicator_id and s.version = y.criteria_version
  where y.indicator_id = $1 and y.year = $2`;

const KNOWN = `
  select i.id, coalesce(array_agg(y.year order by y.year) filter (where y.year is not null), '{}') as years
  from indicator i left join assessment_year y on y.indicator_id = i.id group by i.id`;

/** @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND */
export async function requireYear(tx: EntityManager, { indicatorId, year }: AssessmentQuestion): Promise<ImportYear> {
  const [row]: (Omit<ImportYear, 'items'> & { items: ImportYear['items'] | null })[] = await tx.query(YEAR, [
    indicatorId,
    year,
  ]);
  if (row) return { ...row, items: row.items ?? [] };
  const known: { id: string; years: number[] }[] = await tx.query(KNOWN);
  refuseUnknownYear({ indicatorId, year }, Object.fromEntries(known.map(({ id, years }) => [id, years])));
  throw new Error(`${indicatorId} has the year ${year}, and its row was not found`);
}
