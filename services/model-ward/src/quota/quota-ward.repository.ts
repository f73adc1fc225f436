import type { Actor, AsOf, Database, Day, Origin } from '@tieuchi/subgraph-kit';
import { knownBefore } from '../pilot-ward/pilot-ward.repository';
import type { WardState } from '../pilot-ward/ward-state';
import type { QuotaExclusion } from './quota-enums';
import { wardStandings } from './ward-standing-sql';

export interface QuotaWardQuestion {
  readonly ruleId: string;
  /** Only wards that count, or only those that do not; null: all. */
  readonly counts: boolean | null;
}

export interface QuotaWardRow {
  readonly wardId: string;
  readonly name: string;
  /** Code and id: what the list is ordered by. */
  readonly place: string;
  readonly underId: string | null;
  readonly state: WardState;
  readonly registeredOn: Day;
  readonly recognisedForYear: number | null;
  readonly reason: QuotaExclusion | null;
  /** The day that the reason is about; null where it has none. */
  readonly day: Day | null;
  readonly origin: Origin;
}

/** `$3`: whether wards that count are asked for. */
const LISTED = `
  ${wardStandings(false)},
  listed as (
    select s.*, v.name, v.code || ' ' || s.ward_id as place, upper(v.valid) - 1 as last_day
    from ward_standing s
    cross join lateral (select v.* from register_unit_version v where v.unit_id = s.ward_id
      order by lower(v.valid) desc nulls last limit 1) v
    where $3::boolean is null or (s.reason is null) = $3
  )`;

export class QuotaWardRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  /** The first `limit` wards after `after`, by code; one statement. */
  findPage(question: QuotaWardQuestion, limit: number, after: string | null): Promise<QuotaWardRow[]> {
    return this.database.read(
      this.actor,
      `with ${LISTED}
       select l.ward_id as "wardId", l.name, l.place, l.reason, w.state, w.registered_on as "registeredOn",
         w.recognised_for_year as "recognisedForYear", w.origin,
         (select n.unit_id from named n where n.unit_id in (l.district_id, l.province_id)
          order by n.position limit 1) as "underId",
         case l.reason when 'LATE' then w.registered_on when 'UNIT_NO_LONGER_EXISTS' then l.last_day
           when 'REVOKED' then w.decided_on when 'DECIDED_LATE' then w.decided_on
           when 'WITHDRAWN' then (w.recorded_from at time zone 'Asia/Ho_Chi_Minh')::date end as day
       from listed l join pilot_ward w on w.id = l.row_id
       where $5::text is null or l.place collate "C" > $5 order by l.place collate "C" limit $6`,
      [...this.valuesOf(question), after, limit],
    );
  }

  async count(question: QuotaWardQuestion): Promise<number> {
    const sql = `with ${LISTED} select count(*)::int as count from listed`;
    const [row] = await this.database.read<{ count: number }>(this.actor, sql, this.valuesOf(question));
    return row!.count;
  }

  private valuesOf({ ruleId, counts }: QuotaWardQuestion): unknown[] {
    const { knownOn, today } = this.asOf;
    return [ruleId, knownBefore(this.asOf), counts, knownOn ?? today];
  }
}
