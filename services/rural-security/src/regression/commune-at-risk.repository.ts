import type { Actor, AsOf, Database } from '@tieuchi/subgraph-kit';
import { COUNTED_ASSESSMENTS, recordedOf } from '../assessment-list/counted-assessment-sql';
import { type WithinQuestion, withinValues } from '../assessment-list/within';
import type { RiskReason } from './commune-at-risk';

export interface CommuneAtRiskRow {
  readonly unitId: string;
  readonly code: string;
  readonly reasons: readonly RiskReason[];
}

/** Contents are what an appraisal found: before it all of them are unknown, and that alone is no risk. */
const RISKS = `
  year_before as (
    select b.counted_on, b.criteria_version = y.criteria_version as has_same_set
    from asked_year y join assessment_year b on b.indicator_id = y.indicator_id and b.year = y.year - 1
  ),
  content as (
    select c.unit_id, c.code, v.verdict, v.number::int as number, b.verdict = 'MET' as met_before,
      y.has_same_set and b.item_verdicts[v.number::int] = 'NOT_MET' as failed_before
    from counted c
    cross join year_before y
    cross join lateral (${recordedOf('c.unit_id', '$3 - 1')}) b
    cross join lateral unnest(c.item_verdicts) with ordinality as v(verdict, number)
    where c.missing_items is not null and not c.item_verdicts <@ array['MET'] and v.verdict <> 'MET'
  ),
  touched as (
    select distinct u.unit_id
    from asked_year y
    cross join year_before b
    join register_link l on l.effective_on > b.counted_on and l.effective_on <= y.counted_on
      and l.predecessor_id <> l.successor_id
    cross join lateral (values (l.predecessor_id), (l.successor_id)) as u(unit_id)
  ),
  risk as (
    select unit_id, code, case verdict when 'NOT_MET' then 'CONTENT_FAILING' else 'CONTENT_UNKNOWN' end as kind, number
    from content where met_before
    union all
    select unit_id, code, 'FAILING_AGAIN', number from content where verdict = 'NOT_MET' and failed_before
    union all
    select c.unit_id, c.code, 'LAND_CHANGED', null from counted c join touched t on t.unit_id = c.unit_id
  )`;

export class CommuneAtRiskRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** In the order of codes, after the code `after`, at most `limit`; one statement. */
  findPage(question: WithinQuestion, limit: number, after: string | null): Promise<CommuneAtRiskRow[]> {
    return this.database.read(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}, ${RISKS}
       select unit_id as "unitId", code,
         json_agg(json_build_object('kind', kind, 'itemNumber', number) order by kind, number) as reasons
       from risk where $7::text is null or code > $7 group by unit_id, code order by code limit $8`,
      [...withinValues(question, this.asOf), after, limit],
    );
  }

  async count(question: WithinQuestion): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}, ${RISKS} select count(distinct unit_id)::int as count from risk`,
      withinValues(question, this.asOf),
    );
    return row!.count;
  }
}
