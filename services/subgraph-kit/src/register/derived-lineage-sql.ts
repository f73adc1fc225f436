/**
 * What follows from the register's units and links and is asked with every request: written anew with each swap, so that
 * a request walks over some sixty rows instead of over all links of all communes.
 */
export const DERIVED_LINEAGE_SQL = `
  -- from that day on, units of one province lie in the other: by a link of the provinces, or across their border alone
  create table register_province_step (
    effective_on date not null,
    from_id text not null,
    to_id text not null,
    is_link boolean not null,
    primary key (effective_on, from_id, to_id)
  );
  -- a district that went on while units came to it or left it
  create table register_district_change (effective_on date, district_id text, primary key (district_id, effective_on));
  -- where a district that ended without a main link of its own lies from that day on: where its communes lie, an empty one
  -- where its province lies; and for an earlier map, where one that began so lay until then
  create table register_district_part (
    effective_on date not null,
    district_id text not null,
    unit_id text not null,
    is_end boolean not null,
    primary key (district_id, unit_id, effective_on)
  );

  -- days on which a commune ended, or began, without a link: whatever is said, their links are not all known
  create table register_unlinked_day (effective_on date primary key);

  -- each unit below the province that went into another or lies elsewhere from that day on, with what it lay in and lies in
  create function unit_move() returns table (effective_on date, from_district text, to_district text, from_province text,
    to_province text) stable language sql as $$
    select upper(old.valid), old.district_id, new.district_id, old.province_id, new.province_id
    from register_unit_version old
    join register_unit_version new on new.unit_id = old.unit_id and lower(new.valid) = upper(old.valid)
    where old.level in ('DISTRICT', 'COMMUNE')
    union
    select l.effective_on, old.district_id, new.district_id, old.province_id, new.province_id
    from register_link l
    join register_unit_version old on old.unit_id = l.predecessor_id and old.valid @> (l.effective_on - 1)
    join register_unit_version new on new.unit_id = l.successor_id and new.valid @> l.effective_on
    where old.level in ('DISTRICT', 'COMMUNE')
  $$;

  -- units that ended, or began, without a link of that day; a link of a district's land outside its communes is no main one
  create function unlinked_unit() returns table (effective_on date, unit_id text, level text, province_id text,
    is_end boolean) stable language sql as $$
    select upper(v.valid), v.unit_id, v.level, v.province_id, true from register_unit_version v
    where not upper_inf(v.valid)
      and not exists (select from register_unit_version n where n.unit_id = v.unit_id and lower(n.valid) = upper(v.valid))
      and not exists (select from register_link l where l.predecessor_id = v.unit_id and l.effective_on = upper(v.valid)
        and (l.is_main or v.level <> 'DISTRICT'))
    union all
    select lower(v.valid), v.unit_id, v.level, v.province_id, false from register_unit_version v
    where not lower_inf(v.valid)
      and not exists (select from register_unit_version o where o.unit_id = v.unit_id and upper(o.valid) = lower(v.valid))
      and not exists (select from register_link l where l.successor_id = v.unit_id and l.effective_on = lower(v.valid)
        and (l.is_main or v.level <> 'DISTRICT'))
  $$;

  create function derive_lineage() returns void language sql set enable_nestloop = off as $$
    delete from register_province_step;
    delete from register_district_change;
    delete from register_district_part;
    delete from register_unlinked_day;

    insert into register_province_step
    select effective_on, from_id, to_id, bool_or(is_link) from (
      select l.effective_on, l.predecessor_id, l.successor_id, true from register_link l
      where l.predecessor_id in (select v.unit_id from register_unit_version v where v.level = 'PROVINCE')
      union all
      select effective_on, from_province, to_province, false from unit_move() where from_province <> to_province
    ) as step(effective_on, from_id, to_id, is_link)
    group by effective_on, from_id, to_id;

    insert into register_district_change
    select distinct touched.effective_on, touched.district_id from (
      select m.effective_on, side.district_id from unit_move() m
      cross join lateral (values (m.from_district), (m.to_district)) as side(district_id)
      where m.from_district is distinct from m.to_district
      union all
      select l.effective_on, side.district_id from register_link l
      cross join lateral (values (l.predecessor_id), (l.successor_id)) as side(district_id)
    ) as touched
    join register_unit_version eve on eve.unit_id = touched.district_id and eve.level = 'DISTRICT'
      and eve.valid @> (touched.effective_on - 1)
    join register_unit_version day on day.unit_id = touched.district_id and day.valid @> touched.effective_on;

    insert into register_district_part
    with part as (
      select d.effective_on, d.unit_id as district_id, coalesce(c.unit_id, d.province_id) as unit_id, d.is_end
      from unlinked_unit() d
      left join register_unit_version c on c.district_id = d.unit_id and c.level = 'COMMUNE'
        and c.valid @> case when d.is_end then d.effective_on - 1 else d.effective_on end
      where d.level = 'DISTRICT'
    )
    select p.effective_on, p.district_id, v.unit_id, p.is_end from part p
    join register_unit_version v on v.unit_id = p.unit_id
      and v.valid @> case when p.is_end then p.effective_on else p.effective_on - 1 end
    union
    select p.effective_on, p.district_id, l.successor_id, p.is_end from part p
    join register_link l on l.predecessor_id = p.unit_id and l.effective_on = p.effective_on where p.is_end
    union
    select p.effective_on, p.district_id, l.predecessor_id, p.is_end from part p
    join register_link l on l.successor_id = p.unit_id and l.effective_on = p.effective_on where not p.is_end;

    insert into register_unlinked_day select distinct effective_on from unlinked_unit() where level = 'COMMUNE';
  $$;`;
