import { type Actor, type AsOf, type Database, endOfDayInVietnam, type Origin } from '@tieuchi/subgraph-kit';
import type { CountedUnit } from './check-quota';
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
}
