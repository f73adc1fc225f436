/**
 * The read-only copy of the register in a service's own schema.
 *
 * `group_units(level, counted_on, map)` says under which unit of `map` each unit of `counted_on` is grouped: itself where
 * it still holds, else the one unit in which all its successors end; NULL where they end in several (unplaced). Below
 * the province nothing is followed: until the conversion table is imported, the links there are incomplete.
 */
export const REGISTER_SQL = `
  create table register_edition (
    only_row boolean primary key default true check (only_row),
    edition integer not null,
    swapped_at timestamptz not null default clock_timestamp()
  );
  create table register_map_state (day date primary key, exact_until date);
  create table register_unit_version (
    unit_id text not null,
    level text not null,
    code text not null,
    kind text not null,
    name text not null,
    district_id text,
    province_id text,
    valid daterange not null
  );
  create index register_unit_version_by_unit on register_unit_version (unit_id);
  create index register_unit_version_by_code on register_unit_version (code, level);
  create index register_unit_version_by_province on register_unit_version (province_id, level);
  create table register_link (
    predecessor_id text not null,
    successor_id text not null,
    kind text,
    effective_on date not null,
    is_main boolean not null,
    primary key (predecessor_id, successor_id)
  );
  create index register_link_by_successor on register_link (successor_id);

  create function group_units(asked_level text, counted_on date, map date)
  returns table (unit_id text, group_id text) stable language sql as $$
    with recursive walk(origin, current) as (
      select v.unit_id, v.unit_id from register_unit_version v
      where v.level = asked_level and v.valid @> counted_on
      union
      select walk.origin, l.successor_id from walk
      join register_link l on l.predecessor_id = walk.current and l.effective_on <= map
      where asked_level = 'PROVINCE'
    )
    select walk.origin,
      case when count(distinct v.unit_id) = 1 then min(v.unit_id) end
    from walk
    left join register_unit_version v on v.unit_id = walk.current and v.valid @> map
    group by walk.origin
  $$;`;

/** What the application's role may do with it: swap it whole. */
export function registerGrants(app: string): string {
  return `
  grant select, insert, delete on register_map_state, register_unit_version, register_link to ${app};
  grant select, insert, update on register_edition to ${app};`;
}
