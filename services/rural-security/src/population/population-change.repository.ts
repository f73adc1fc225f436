import type { Actor, Database, Day, UnitKind } from '@tieuchi/subgraph-kit';
import type { PopulationChangeReason } from './population-change';

export interface PopulationQuestion {
  readonly indicatorId: string;
  readonly fromYear: number;
  readonly toYear: number;
}

export interface PopulationTotals {
  readonly fromCountedOn: Day | null;
  readonly toCountedOn: Day | null;
  readonly fromTotal: number;
  readonly toTotal: number;
  readonly left: number;
  readonly joined: number;
}

export interface PopulationChangeRow {
  readonly unitId: string;
  readonly reason: PopulationChangeReason;
  readonly kindAfter: UnitKind | null;
}

/** The members of the default population on the counting days of two years. */
const MEMBERS = `
  day as (
    select (select counted_on from assessment_year where indicator_id = $1 and year = $2) as from_day,
      (select counted_on from assessment_year where indicator_id = $1 and year = $3) as to_day
  ),
  member as (
    select v.unit_id, bool_or(v.valid @> d.from_day) as before, bool_or(v.valid @> d.to_day) as after
    from day d
    join population p on p.indicator_id = $1 and p.is_default
    join register_unit_version v on v.level = p.level and v.kind = any(p.kinds)
      and (v.valid @> d.from_day or v.valid @> d.to_day)
    group by v.unit_id
  )`;

export class PopulationChangeRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  async findTotals({ indicatorId, fromYear, toYear }: PopulationQuestion): Promise<PopulationTotals> {
    const rows = await this.database.read<PopulationTotals>(
      this.actor,
      `with ${MEMBERS}
       select d.from_day as "fromCountedOn", d.to_day as "toCountedOn",
         count(m.unit_id) filter (where m.before)::int as "fromTotal", count(m.unit_id) filter (where m.after)::int as "toTotal",
         count(m.unit_id) filter (where not m.after)::int as left, count(m.unit_id) filter (where not m.before)::int as joined
       from day d left join member m on true group by d.from_day, d.to_day`,
      [indicatorId, fromYear, toYear],
    );
    return rows[0]!;
  }

  /** In the order of ids, after `after`, at most `limit`. */
  findChanges(
    { indicatorId, fromYear, toYear }: PopulationQuestion,
    limit: number,
    after: string | null,
  ): Promise<PopulationChangeRow[]> {
    return this.database.read(
      this.actor,
      `with ${MEMBERS}
       select m.unit_id as "unitId", later.kind as "kindAfter",
         case when m.after then 'JOINED' when later.kind is not null then 'CHANGED_KIND'
           when exists (select from register_link l, day d where l.predecessor_id = m.unit_id
             and l.effective_on > d.from_day and l.effective_on <= d.to_day) then 'WENT_INTO_OTHERS'
           else 'NO_KNOWN_SURVIVOR' end as reason
       from member m
       cross join day d
       left join register_unit_version later on later.unit_id = m.unit_id and later.valid @> d.to_day
       where m.before <> m.after and ($5::text is null or m.unit_id > $5)
       order by m.unit_id limit $4`,
      [indicatorId, fromYear, toYear, limit, after],
    );
  }
}
