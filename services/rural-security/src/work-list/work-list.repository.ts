import type { Actor, AsOf, Database } from '@tieuchi/subgraph-kit';
import type { AssessmentState, UnknownReason } from '../assessment/assessment-enums';
import { COUNTED_ASSESSMENTS } from '../assessment-list/counted-assessment-sql';
import { type WithinQuestion, withinValues } from '../assessment-list/within';
import type { WorkSummary } from './work-item';
import type { WorkPlace } from './work-place';

export interface WorkQuestion extends WithinQuestion {
  /** Null: any. */
  readonly reasons: readonly UnknownReason[] | null;
  readonly states: readonly AssessmentState[] | null;
  /** Only units that lie in this one, on whichever map it stands; null: all. */
  readonly scope: string | null;
}

export interface WorkRow extends WorkPlace {
  readonly unitId: string;
  readonly state: AssessmentState;
  readonly unknownReason: UnknownReason;
  readonly daysLeft: number;
  readonly daysWaiting: number;
  readonly reason: string | null;
}

/** A scope is a unit of its own map: the one asked, or the nearest on which it stands. */
const OPEN_WORK = `
  scope_map as materialized (
    select greatest(lower(v.valid), least($4::date, upper(v.valid) - 1)) as day
    from register_unit_version v where v.unit_id = $9::text order by lower(v.valid) desc nulls last limit 1
  ),
  open_work as materialized (
    select c.* from counted c
    where c.verdict = 'UNKNOWN' and ($7::text[] is null or c.unknown_reason = any($7))
      and ($8::text[] is null or c.state = any($8))
      and ($9 is null or c.unit_id in (select s.unit_id from scope_map m, counted_units($9, $2, $3, m.day) s))
  )`;

/** A state begins with the first revision after one of another state, as far as that was known. */
const WAITING = `
  waiting as (
    select w.*, y.submit_by - $6::date as days_left,
      coalesce((began.instant at time zone 'Asia/Ho_Chi_Minh')::date, y.window_from) as began_on
    from open_work w
    cross join asked_year y
    left join lateral (
      select min(h.recorded_from) as instant from assessment h
      where h.unit_id = w.unit_id and h.indicator_id = $2 and h.year = $3 and h.version <= w.version
        and h.version > coalesce((select max(d.version) from assessment d where d.unit_id = w.unit_id
          and d.indicator_id = $2 and d.year = $3 and d.version < w.version and d.state <> w.state), 0)
    ) began on true
  )`;

export class WorkListRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** Longest waiting first, then by code, at most `limit` after that place; one statement. */
  findPage(question: WorkQuestion, limit: number, after: WorkPlace | null): Promise<WorkRow[]> {
    return this.database.read(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}, ${OPEN_WORK}, ${WAITING},
       ranked as (select w.*, w.began_on - date '2000-01-01' as rank from waiting w)
       select w.unit_id as "unitId", w.code, w.state, w.unknown_reason as "unknownReason", w.days_left as "daysLeft",
         greatest(0, $6::date - w.began_on) as "daysWaiting", w.reason, w.rank
       from ranked w where $11::text is null or (w.rank, w.code) > ($10::int, $11)
       order by w.rank, w.code limit $12`,
      [...this.valuesOf(question), after?.rank ?? null, after?.code ?? null, limit],
    );
  }

  async count(question: WorkQuestion): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}, ${OPEN_WORK} select count(*)::int as count from open_work`,
      this.valuesOf(question),
    );
    return row!.count;
  }

  /** A row for each reason that there is, most units first. */
  findSummary(question: WithinQuestion): Promise<WorkSummary[]> {
    return this.database.read(
      this.actor,
      `with ${COUNTED_ASSESSMENTS}
       select c.unknown_reason as reason, count(*)::int as count, y.submit_by - $6::date as "daysLeft"
       from counted c cross join asked_year y where c.verdict = 'UNKNOWN'
       group by c.unknown_reason, y.submit_by order by count(*) desc, c.unknown_reason`,
      withinValues(question, this.asOf),
    );
  }

  private valuesOf({ reasons, states, scope, ...question }: WorkQuestion): unknown[] {
    return [...withinValues(question, this.asOf), reasons, states, scope];
  }
}
