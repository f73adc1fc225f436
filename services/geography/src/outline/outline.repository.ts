import { type Actor, type Database, type Day, Role, type UnitKind } from '@tieuchi/subgraph-kit';

/** Outlines are for everybody. */
const ANYBODY: Actor = { subject: 'anonymous', role: Role.PUBLIC, scope: 'VN' };

/** One polygon of the 63 provinces and the province in which it lies on the map. */
export interface OutlinedProvinceRow {
  /** Code of the province on the first loaded map. */
  readonly polygonCode: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  readonly state: Day;
  readonly exactUntil: Day | null;
  /** Edition of the reference data that says so. */
  readonly edition: number;
}

export class OutlineRepository {
  constructor(private readonly database: Database) {}

  /** By lineage; a polygon whose province was divided lies in several and is left out. None before the first map. */
  findOutlinedProvinces(map: Day): Promise<OutlinedProvinceRow[]> {
    return this.database.read(
      ANYBODY,
      `with recursive state as (
         select day, exact_until from map_state where day <= $1::date order by day desc limit 1
       ), walk(origin, current) as (
         select unit_id, unit_id from unit_version
         where level = 'PROVINCE' and valid @> (select min(day) from map_state)
         union
         select w.origin, l.successor_id from walk w
         join succession_link l on l.predecessor_id = w.current and l.effective_on <= $1::date
       ), placed as (
         select w.origin, v.*, count(*) over (partition by w.origin) as provinces
         from walk w join unit_version v on v.unit_id = w.current and v.level = 'PROVINCE' and v.valid @> $1::date
       )
       select o.code as "polygonCode", p.unit_id as id, p.code, p.name_vi as name, p.full_name_vi as "fullName", p.kind,
         state.day as state, state.exact_until as "exactUntil", (select max(edition) from edition) as edition
       from placed p join unit o on o.id = p.origin cross join state
       where p.provinces = 1 order by p.code, p.unit_id, o.code`,
      [map],
    );
  }
}
