import { DERIVED_LINEAGE_SQL } from './derived-lineage-sql';

/** Placed: all that became of the unit lies in the group. Back from the leaves of the groups, then each unit onwards. */
const GROUP_MEMBERS = `
  create or replace function group_members(asked text[], counted_on date, map date)
  returns table (group_id text, unit_id text, placed boolean) stable language sql as $$
    with recursive links as materialized (select is_lineage_complete(counted_on, map) as complete),
    step as materialized (
      select s.from_id, s.to_id, s.distance from links, lineage_step(counted_on, map) s where links.complete
      union all
      select p.district_id, p.unit_id, abs(p.effective_on - counted_on) from links, register_district_part p
      where links.complete and case
        when p.is_end then p.effective_on > counted_on and p.effective_on <= map
        else p.effective_on > map and p.effective_on <= counted_on end
    ),
    leaf(group_id, unit_id) as (
      select v.unit_id, v.unit_id from links, register_unit_version v
      where v.unit_id = any(asked) and v.level <> 'COUNTRY' and v.valid @> map and (links.complete
        or v.level = 'COMMUNE' and not exists (
          select from register_link l
          where v.unit_id in (l.predecessor_id, l.successor_id)
            and l.effective_on > least(counted_on, map) and l.effective_on <= greatest(counted_on, map)))
      union all
      select v.district_id, v.unit_id from links, register_unit_version v
      where links.complete and v.district_id = any(asked) and v.valid @> map
      union all
      select v.province_id, v.unit_id from links, register_unit_version v
      where links.complete and v.province_id = any(asked) and v.unit_id <> v.province_id and v.valid @> map
    ),
    back(group_id, unit_id, distance) as (
      select leaf.group_id, leaf.unit_id, 2147483647 from leaf
      union
      select back.group_id, step.from_id, step.distance from back
      join step on step.to_id = back.unit_id and step.distance < back.distance
    ),
    member as materialized (
      select distinct back.group_id, back.unit_id from back
      join register_unit_version v on v.unit_id = back.unit_id and v.level in ('DISTRICT', 'COMMUNE')
        and v.valid @> counted_on
    ),
    walk(origin, current, distance) as (
      select distinct member.unit_id, member.unit_id, -1 from member
      union
      select walk.origin, step.to_id, step.distance from walk
      join step on step.from_id = walk.current and step.distance > walk.distance
    )
    select member.group_id, member.unit_id,
      bool_and(member.group_id in (v.unit_id, v.district_id, v.province_id) is true)
    from walk
    join register_unit_version v on v.unit_id = walk.current and v.valid @> map
    join member on member.unit_id = walk.origin
    group by member.group_id, member.unit_id
  $$;`;

/**
 * How counted units are grouped on another map: in place of the functions that `REGISTER_SQL` began with, which forgot
 * the order of days. One rule as before: a counted unit belongs to a group when all that became of it lies inside.
 *
 * A walk goes from the map of `counted_on` to that of `map`, forwards or backwards, and takes at most one step per
 * reorganisation day: each step lies farther from the counting day than the one before it. `group_units` follows the
 * links of provinces; `whole_provinces` tells which provinces consist of whole counted ones, so that kept totals may be
 * added up; `group_members` follows the units below the province behind any asked units, and says which of them lie
 * across the border (`placed` false). While the links of a reorganisation are incomplete, nothing is followed below the
 * province: only a commune that no link names is told, in itself.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const LINEAGE_SQL = `
  -- a unit that once gave a part to another may later go into it
  alter table register_link drop constraint register_link_pkey;
  alter table register_link add primary key (predecessor_id, successor_id, effective_on);

  ${DERIVED_LINEAGE_SQL}

  create or replace function is_lineage_complete(counted_on date, map date) returns boolean stable language sql as $$
    select not exists (
      select from register_reorganisation r
      where r.effective_on > least(counted_on, map) and r.effective_on <= greatest(counted_on, map)
        and not r.links_complete)
    and not exists (
      select from register_unlinked_day u
      where u.effective_on > least(counted_on, map) and u.effective_on <= greatest(counted_on, map))
  $$;

  drop function lineage_step(date, date);
  -- a step in the direction from one map to the other; distance: days from the counting day, so it grows on the way
  create function lineage_step(counted_on date, map date) returns table (from_id text, to_id text, distance integer)
  stable language sql as $$
    select predecessor_id, successor_id, effective_on - counted_on from register_link
    where effective_on > counted_on and effective_on <= map
    union all
    select successor_id, predecessor_id, counted_on - effective_on from register_link
    where effective_on > map and effective_on <= counted_on
  $$;

  create function province_step(counted_on date, map date)
  returns table (from_id text, to_id text, is_link boolean, distance integer) stable language sql as $$
    select from_id, to_id, is_link, effective_on - counted_on from register_province_step
    where effective_on > counted_on and effective_on <= map
    union all
    select to_id, from_id, is_link, counted_on - effective_on from register_province_step
    where effective_on > map and effective_on <= counted_on
  $$;

  -- the provinces of the map in which a counted one lies; with_crossings: also those to which units of it went alone
  create function province_fate(counted_on date, map date, with_crossings boolean)
  returns table (unit_id text, group_id text) stable language sql as $$
    with recursive walk(origin, current, distance) as (
      select v.unit_id, v.unit_id, -1 from register_unit_version v where v.level = 'PROVINCE' and v.valid @> counted_on
      union
      select walk.origin, step.to_id, step.distance from walk
      join province_step(counted_on, map) step on step.from_id = walk.current and step.distance > walk.distance
        and (step.is_link or with_crossings)
    )
    select distinct walk.origin, v.unit_id from walk
    join register_unit_version v on v.unit_id = walk.current and v.level = 'PROVINCE' and v.valid @> map
  $$;

  create or replace function group_units(asked_level text, counted_on date, map date)
  returns table (unit_id text, group_id text) stable language sql as $$
    with fate as (
      select f.unit_id, f.group_id from province_fate(counted_on, map, false) f where asked_level = 'PROVINCE'
      union all
      select v.unit_id, v.unit_id from register_unit_version v
      where asked_level <> 'PROVINCE' and v.level = asked_level and v.valid @> map
    )
    select v.unit_id, case when count(*) = 1 then min(fate.group_id) end
    from register_unit_version v left join fate on fate.unit_id = v.unit_id
    where v.level = asked_level and v.valid @> counted_on
    group by v.unit_id
  $$;

  create function whole_provinces(counted_on date, map date) returns table (unit_id text, group_id text)
  stable language sql as $$
    with fate as (
      select f.unit_id, f.group_id, count(*) over (partition by f.unit_id) as fates
      from province_fate(counted_on, map, true) f
    )
    select fate.unit_id, fate.group_id from fate
    where not exists (select from fate divided where divided.group_id = fate.group_id and divided.fates > 1)
  $$;

  ${GROUP_MEMBERS}

  select derive_lineage();`;
