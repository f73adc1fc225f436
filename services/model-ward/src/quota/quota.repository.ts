import type { Actor, AsOf, Database, Day, Origin } from '@tieuchi/subgraph-kit';
import { FIRST_MAP_DAY } from '../administrative-unit/loaded-map';
import { knownBefore } from '../pilot-ward/pilot-ward.repository';
import type { CarriedUnit, CountedUnit } from './check-quota';
import type { QuotaRule } from './quota-rule';
import { CARRIED_UNITS, countedUnits } from './ward-standing-sql';

const RULE_JSON = `json_build_object('id', r.id, 'titleVi', r.title_vi, 'titleEn', r.title_en, 'source', r.source,
  'sourceDate', r.source_date, 'words', r.words, 'reading', r.reading, 'status', r.status, 'deadline', r.deadline,
  'map', r.map, 'counts', r.counts, 'by', r.counted_by, 'validityYears', r.validity_years, 'countedOn', r.counted_on,
  'notKnown', r.not_known)`;

export interface CarriedStandings {
  readonly units: readonly CarriedUnit[] | null;
  /** Named units that were divided, so that nothing can be said of them on this map. */
  readonly unplaced: number;
  readonly firstMapDay: Day | null;
}

export interface RuleStandings {
  /** Null where no rule has the id. */
  readonly rule: QuotaRule | null;
  readonly units: readonly CountedUnit[] | null;
  readonly origin: Origin;
  readonly knownRules: readonly string[];
  readonly firstMapDay: Day | null;
}

const standings = (isNow: boolean) => `with ${countedUnits(isNow, '$3::text[] is null or v.unit_id = any($3)')}
  select (select ${RULE_JSON} from rule r) as rule,
    (select json_agg(c order by c.position) from counted_unit c) as units,
    (select array_agg(id order by position) from quota_rule) as "knownRules",
    ${FIRST_MAP_DAY} as "firstMapDay",
    case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end as origin`;

const carried = (isNow: boolean) => `with ${countedUnits(isNow)}, ${CARRIED_UNITS}
  select (select json_agg(c order by c.position) from carried_group c where $3::text[] is null or c."unitId" = any($3)) as units,
    (select count(*)::int from carried_unit where unit_id is null) as unplaced,
    ${FIRST_MAP_DAY} as "firstMapDay"`;

const STANDINGS = { now: standings(true), asKnown: standings(false) };
const CARRIED = { now: carried(true), asKnown: carried(false) };

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
      STANDINGS[this.moment],
      [ruleId, knownBefore(this.asOf), unitIds, this.today],
      'ONCE',
    );
    return rows[0]!;
  }

  /**
   * The rule's units grouped on the map of the request.
   * @param unitIds only these units of that map; null: all that group a named one
   */
  async findCarried(ruleId: string, unitIds: readonly string[] | null): Promise<CarriedStandings> {
    const rows = await this.database.read<CarriedStandings>(
      this.actor,
      CARRIED[this.moment],
      [ruleId, knownBefore(this.asOf), unitIds, this.today, this.asOf.map],
      'ONCE',
    );
    return rows[0]!;
  }

  private get moment(): 'now' | 'asKnown' {
    return this.asOf.knownOn === null ? 'now' : 'asKnown';
  }

  /** The day on which a decision may still come: the one asked as of. */
  private get today(): Day {
    return this.asOf.knownOn ?? this.asOf.today;
  }
}
