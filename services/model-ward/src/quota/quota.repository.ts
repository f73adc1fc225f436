import { type Actor, type AsOf, type Database, endOfDayInVietnam, type Origin } from '@tieuchi/subgraph-kit';
import type { CarriedUnit, CountedUnit } from './check-quota';
import type { QuotaRule } from './quota-rule';

const RULE_JSON = `json_build_object('id', r.id, 'titleVi', r.title_vi, 'titleEn', r.title_en, 'source', r.source,
  'sourceDate', r.source_date, 'words', r.words, 'reading', r.reading, 'status', r.status, 'deadline', r.deadline,
  'map', r.map, 'counts', r.counts)`;

/**
 * The units that a rule names, on the rule's map, each with the wards that count: registered by the deadline, neither
 * withdrawn nor revoked, and recognised where the rule counts recognitions. A ward lies where it lay on the rule's map.
 */
const COUNTED_UNITS = `
  counted_ward as (
    select r.id as rule_id, above.unit_id, count(*)::int as held
    from rule r
    join pilot_ward w on w.registered_on <= r.deadline and w.state not in ('WITHDRAWN', 'REVOKED')
      and (r.counts = 'REGISTERED' or w.state in ('RECOGNISED', 'RE_RECOGNISED'))
      and case when $2::timestamptz is null then w.recorded_to is null
          else w.recorded_from < $2 and (w.recorded_to is null or w.recorded_to >= $2) end
    join register_unit_version v on v.unit_id = w.ward_id and v.valid @> r.map
    cross join lateral (values (v.district_id), (v.province_id)) as above(unit_id)
    group by r.id, above.unit_id
  ),
  counted_unit as (
    select r.id as rule_id, v.unit_id as "unitId", v.kind as "countedAs", u.required, coalesce(c.held, 0) as held, u.position,
      case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end as origin
    from rule r
    join quota_rule_unit u on u.rule_id = r.id
    join register_unit_version v on v.level = u.level and v.code = u.code and v.valid @> r.map
    left join counted_ward c on c.rule_id = r.id and c.unit_id = v.unit_id
  )`;

/**
 * The same moved to the map `$4`: a unit that stands there is itself; any other goes with its province into the province
 * that groups it. `unit_id` is null where the province was split.
 */
const CARRIED_UNITS = `
  carried_unit as (
    select c.required, c.held, c.position, c.origin,
      case when exists (select from register_unit_version m where m.unit_id = c."unitId" and m.valid @> $4::date)
        then c."unitId" else g.group_id end as unit_id
    from counted_unit c
    join rule r on r.id = c.rule_id
    join register_unit_version v on v.unit_id = c."unitId" and v.valid @> r.map
    left join group_units('PROVINCE', (select map from rule), $4::date) g
      on g.unit_id = case v.level when 'PROVINCE' then v.unit_id else v.province_id end
  ),
  carried_group as (
    select c.unit_id as "unitId", v.kind as "countedAs", sum(c.required)::int as required, sum(c.held)::int as held,
      count(*)::int as units, min(c.origin) as origin, min(c.position) as position
    from carried_unit c join register_unit_version v on v.unit_id = c.unit_id and v.valid @> $4::date
    group by c.unit_id, v.kind
  )`;

export interface CarriedStandings {
  readonly units: readonly CarriedUnit[] | null;
  /** Named units that were divided, so that nothing can be said of them on this map. */
  readonly unplaced: number;
}

export interface RuleStandings {
  /** Null where no rule has the id. */
  readonly rule: QuotaRule | null;
  readonly units: readonly CountedUnit[] | null;
  readonly origin: Origin;
  readonly knownRules: readonly string[];
}

/** All SQL about quotas: each question is one statement, whatever the number of units. */
export class QuotaRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly asOf: AsOf,
  ) {}

  findRules(): Promise<QuotaRule[]> {
    return this.database
      .read<{ rule: QuotaRule }>(this.actor, `select ${RULE_JSON} as rule from quota_rule r order by r.position`)
      .then((rows) => rows.map(({ rule }) => rule));
  }

  /** @param unitIds only these units; null: all that the rule names */
  async findStandings(ruleId: string, unitIds: readonly string[] | null): Promise<RuleStandings> {
    const rows = await this.database.read<RuleStandings>(
      this.actor,
      `with rule as (select * from quota_rule where id = $1), ${COUNTED_UNITS}
       select (select ${RULE_JSON} from rule r) as rule,
         (select json_agg(c order by c.position) from counted_unit c where $3::text[] is null or c."unitId" = any($3)) as units,
         (select array_agg(id order by position) from quota_rule) as "knownRules",
         case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end as origin`,
      [ruleId, this.asOf.knownOn === null ? null : endOfDayInVietnam(this.asOf.knownOn), unitIds],
    );
    return rows[0]!;
  }

  /**
   * The rule's units grouped on the map of the request.
   * @param unitIds only these units of that map; null: all that group a named one
   */
  async findCarried(ruleId: string, unitIds: readonly string[] | null): Promise<CarriedStandings> {
    const { map, knownOn } = this.asOf;
    const rows = await this.database.read<CarriedStandings>(
      this.actor,
      `with rule as (select * from quota_rule where id = $1), ${COUNTED_UNITS}, ${CARRIED_UNITS}
       select (select json_agg(c order by c.position) from carried_group c where $3::text[] is null or c."unitId" = any($3)) as units,
         (select count(*)::int from carried_unit where unit_id is null) as unplaced`,
      [ruleId, knownOn === null ? null : endOfDayInVietnam(knownOn), unitIds, map],
    );
    return rows[0]!;
  }
}
