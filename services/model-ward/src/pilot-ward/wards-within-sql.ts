import { FIRST_MAP_DAY } from '../administrative-unit/loaded-map';

/**
 * The registered wards, each with its code, as far as they lie within the unit `$1` on the map `$2`; all where `$1` is
 * null. A ward that stands on that map lies where it lies there. Any other is looked up on the nearest day on which it
 * stood: it lies in that ward, in its district or province where those stand on the map asked, and in the province that
 * its whole province went into. A province that was divided groups none. Before the first loaded map none lies anywhere.
 */
export const WARDS_WITHIN = `
  ward as (select distinct ward_id from pilot_ward where ${FIRST_MAP_DAY} <= $2::date),
  nearest as (
    select w.ward_id, v.code, v.district_id, v.province_id,
      case when v.valid @> $2::date then $2::date when upper(v.valid) <= $2::date then upper(v.valid) - 1
        else lower(v.valid) end as day
    from ward w
    cross join lateral (
      select v.* from register_unit_version v where v.unit_id = w.ward_id
      order by v.valid @> $2::date desc, least(abs($2::date - lower(v.valid)), abs($2::date - upper(v.valid))) limit 1
    ) v
  ),
  grouping as (
    select d.day, g.unit_id, g.group_id from (select distinct day from nearest where $1::text is not null) d
    cross join lateral group_units('PROVINCE', d.day, $2::date) g
  ),
  placed as (
    select n.ward_id, n.code from nearest n
    left join grouping g on g.day = n.day and g.unit_id = n.province_id
    where $1::text is null or exists (
      select from register_unit_version asked where asked.unit_id = $1 and asked.valid @> $2::date
        and (asked.level = 'COUNTRY' or $1 in (n.ward_id, n.district_id, g.group_id)))
  )`;
