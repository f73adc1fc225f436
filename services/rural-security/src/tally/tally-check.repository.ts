import { type Actor, type Database, Role, recordDone, SpeakingError } from '@tieuchi/subgraph-kit';
import type { TallyCheck } from './tally-check';
import { COUNT_COLUMNS } from './tally-sql';

/** Who may look into what is published for everybody, and mend it. */
export const KEEPERS: readonly Role[] = [Role.MINISTRY, Role.ADMIN];
const SHOWN = 20;
/** A recount of the whole country takes less than a second; on a busy machine it may wait for writers. */
const RECOUNT_WITHIN_MS = 60_000;

const NAMES = ['total', ...COUNT_COLUMNS] as const;
const inCamelCase = (name: string) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
const countsOf = (table: string) => `case when ${table}.total is not null then json_build_object(
    'countedOn', ${table}.counted_on, ${NAMES.map((name) => `'${inCamelCase(name)}', ${table}.${name}`).join(', ')}) end`;
const valuesOf = (table: string) => `(${['counted_on', ...NAMES].map((name) => `${table}.${name}`).join(', ')})`;

/**
 * Totals are counted another way than the tables' own, from units of one kind in one place: one by one they are a third of
 * a million. Joined whole, so that a tally without units is found as well as units without a tally.
 */
const CHECK = `
  with place as materialized (
    select d.counted_on, v.level, v.kind, v.district_id, v.province_id, count(*) as units
    from (select distinct counted_on from assessment_year) d
    join register_unit_version v on v.valid @> d.counted_on
    group by 1, 2, 3, 4, 5
  ),
  member as (
    select above.unit_id, y.indicator_id, p.id as population_id, y.year, y.counted_on, sum(place.units)::int as total
    from assessment_year y
    join population p on p.indicator_id = y.indicator_id
    join place on place.counted_on = y.counted_on and place.level = p.level and place.kind = any(p.kinds)
    cross join lateral (values (place.district_id), (place.province_id), ('VN')) as above(unit_id)
    where above.unit_id is not null
    group by 1, 2, 3, 4, 5
  ),
  counted as (
    select m.*, ${COUNT_COLUMNS.map((name) => `coalesce(r.${name}, 0) as ${name}`).join(', ')}
    from member m left join count_results('infinity') r using (unit_id, indicator_id, population_id, year)
  ),
  compared as (
    select unit_id, indicator_id, population_id, year, ${countsOf('k')} as kept, ${countsOf('c')} as counted,
      ${valuesOf('k')} is distinct from ${valuesOf('c')} as is_differing
    from security_tally k full join counted c using (unit_id, indicator_id, population_id, year)
  ),
  shown as (
    select * from compared where is_differing order by unit_id, indicator_id, population_id, year limit ${SHOWN}
  )
  select count(*)::int as compared, count(*) filter (where is_differing)::int as "differingCount",
    (select coalesce(json_agg(json_build_object('unitId', unit_id, 'indicator', indicator_id,
       'population', population_id, 'year', year, 'kept', kept, 'counted', counted)
       order by unit_id, indicator_id, population_id, year), '[]') from shown) as differing
  from compared`;

/** Proves the kept tallies against a count from scratch. */
export class TallyCheckRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /**
   * One statement, and so one moment: what is being written meanwhile is in both sides or in neither.
   * @throws SpeakingError FORBIDDEN
   */
  async check(): Promise<TallyCheck> {
    this.requireKeeper();
    const [check] = await this.database.count<TallyCheck>(this.actor, CHECK);
    return check!;
  }

  /**
   * Counts all tallies anew; who writes meanwhile waits.
   * @returns how many there are
   * @throws SpeakingError FORBIDDEN
   */
  async recount(): Promise<number> {
    this.requireKeeper();
    return this.database.write(this.actor, async (tx) => {
      await tx.query(`set local statement_timeout = ${RECOUNT_WITHIN_MS}`);
      const [row]: { counted: number }[] = await tx.query('select recount_tallies() as counted');
      await recordDone(tx, 'recountTallies', row!.counted);
      return row!.counted;
    });
  }

  private requireKeeper(): void {
    const { role, scope } = this.actor;
    if (KEEPERS.includes(role) && scope === 'VN') return;
    throw new SpeakingError(
      'FORBIDDEN',
      `Tallies are checked for the whole country by the roles ${KEEPERS.join(' and ')}; send a token of one of them.`,
    );
  }
}
