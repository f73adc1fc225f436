import type { Actor, Database, Day, Level, UnitKind } from '@tieuchi/subgraph-kit';

export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly level: Level;
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly fullNameVi: string;
  readonly fullNameEn: string;
  readonly parentId: string | null;
  readonly provinceId: string | null;
  readonly regionVi: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly continuityAssumed: boolean;
}

/**
 * Between a loaded state and a later one that does not join it, a unit below the province is held to be the same because
 * its code is: true where a life reaches across such a gap. The gaps are found once for a statement, not once for a unit.
 */
const CONTINUITY_ASSUMED = `(v.level in ('DISTRICT', 'COMMUNE') and v.life @> any (array(
    select daterange(s.day, next.day, '[]') from map_state s
    join lateral (select min(n.day) as day from map_state n where n.day > s.day) as next on next.day > s.exact_until + 1)))`;

const COLUMNS = `v.unit_id as id, v.code, v.level, v.kind, v.name_vi as "nameVi", v.name_en as "nameEn",
  v.full_name_vi as "fullNameVi", v.full_name_en as "fullNameEn", v.parent_id as "parentId",
  v.province_id as "provinceId", v.region_vi as "regionVi",
  lower(v.life) as "validFrom", upper(v.life) - 1 as "validTo", ${CONTINUITY_ASSUMED} as "continuityAssumed"`;

type Ancestor = 'province_id' | 'district_id';

/** `is true` keeps the index of all units' validity out of it, which the planner of a prepared statement holds selective. */
function communesOf(ancestor: Ancestor): string {
  return `from unit_version v where v.${ancestor} = a.id and v.level = 'COMMUNE' and (v.valid @> $2::date) is true`;
}

/** Read in the order of the index up to its limit: a province with ten times the communes has pages of the same cost. */
function pageOf(ancestor: Ancestor): string {
  return `select * ${communesOf(ancestor)} and v.code > coalesce($4::text, '') order by v.code limit $3`;
}

/** All SQL about units. `map` is the day whose map is asked; every list is one statement, whatever its length. */
export class AdministrativeUnitRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /**
   * Units by id, also such as do not hold on that day: a quota's unit may have ended. Then the version nearest to the
   * day answers: the last before it, else the first after it.
   */
  findUnitsByIds(ids: readonly string[], map: Day): Promise<UnitRow[]> {
    return this.database.read(
      this.actor,
      `select distinct on (v.unit_id) ${COLUMNS} from unit_version v where v.unit_id = any($1)
       order by v.unit_id, v.valid @> $2::date desc, v.valid << daterange($2, null) desc,
         case when v.valid << daterange($2, null) then upper(v.valid) end desc, lower(v.valid)`,
      [ids, map],
      'ONCE',
    );
  }

  async findUnitByCode(level: Level, code: string, map: Day): Promise<UnitRow | null> {
    const rows = await this.database.read<UnitRow>(
      this.actor,
      `select ${COLUMNS} from (
         select 1 as place, v.* from unit_version v where v.level = $1 and v.code = $2
         union all
         select 2, v.* from unit_alias a join unit_version v on v.unit_id = a.unit_id where a.code = $2 and v.level = $1
       ) v
       where (v.valid @> $3::date) is true order by v.place limit 1`,
      [level, code, map],
      'ONCE',
    );
    return rows[0] ?? null;
  }

  /** Children at one level, in the order of their codes; found by their parents alone, see `communesOf`. */
  findChildrenByParentIds(parentIds: readonly string[], level: Level, map: Day): Promise<UnitRow[]> {
    return this.database.read(
      this.actor,
      `select ${COLUMNS} from unit_version v
       where v.parent_id = any($1) and (v.level = $2 and v.valid @> $3::date) is true order by v.code`,
      [parentIds, level, map],
      'ONCE',
    );
  }

  /** Communes below provinces or districts: at most `limit` for each of them, after the code `after`. */
  findCommunePages(
    ancestorIds: readonly string[],
    map: Day,
    limit: number,
    after: string | null,
  ): Promise<CommuneRow[]> {
    return this.database.read(
      this.actor,
      `select page.*, a.id as "ancestorId" from unnest($1::text[]) as a(id) cross join lateral (
         select ${COLUMNS} from (
           (${pageOf('province_id')}) union all (${pageOf('district_id')})
         ) v order by v.code limit $3
       ) as page order by "ancestorId", page.code`,
      [ancestorIds, map, limit, after],
      'ONCE',
    );
  }

  countCommunes(ancestorIds: readonly string[], map: Day): Promise<{ ancestorId: string; count: number }[]> {
    return this.database.read(
      this.actor,
      `select a.id as "ancestorId",
         (select count(*) ${communesOf('province_id')})::int + (select count(*) ${communesOf('district_id')})::int as count
       from unnest($1::text[]) as a(id)`,
      [ancestorIds, map],
      'ONCE',
    );
  }

  /** The unit that last had this code on an earlier map, with where it went: for the error that an unknown code gets. */
  async findLastHolder(level: Level, code: string, map: Day): Promise<LastHolder | null> {
    const rows = await this.database.read<LastHolder>(
      this.actor,
      `select v.full_name_vi as "fullName", (upper(v.life) - 1) as "lastDay",
         (select json_agg(distinct jsonb_build_object('id', s.unit_id, 'code', s.code, 'fullName', s.full_name_vi))
          from succession_link l join unit_version s on s.unit_id = l.successor_id and s.valid @> l.effective_on
          where l.predecessor_id = v.unit_id) as successors
       from unit_version v where v.level = $1 and v.code = $2 and upper(v.life) <= $3::date
       order by upper(v.valid) desc limit 1`,
      [level, code, map],
    );
    return rows[0] ?? null;
  }
}

export interface CommuneRow extends UnitRow {
  readonly ancestorId: string;
}

export interface LastHolder {
  readonly fullName: string;
  readonly lastDay: Day;
  readonly successors: readonly { id: string; code: string; fullName: string }[] | null;
}
