import { knownOn } from '../pilot-ward/pilot-ward.repository';

/** Why the recognitions that a row `w` still has do not count, those taken back left out; null where one does. */
const NOT_IN_FORCE = `
  select case
    when r.counted_by = 'YEAR_RECOGNISED_FOR' and not bool_or(f.year <= r.deadline_year) then 'FOR_A_LATER_YEAR'
    when r.counted_by = 'DECISION_DATE' and not bool_or(f.decided_on <= r.deadline) then 'DECIDED_LATE'
    when not bool_or((case r.counted_by when 'DECISION_DATE' then f.decided_on <= r.deadline
        else f.year <= r.deadline_year end)
      and (r.validity_years is null or f.year > r.deadline_year - r.validity_years)) then 'EXPIRED'
  end
  from (
    select w.recognised_for_year as year, w.decided_on where w.recognised_for_year is not null
    union all
    select e.year, e."decidedOn" from jsonb_to_recordset(w.earlier_recognitions)
      as e(year int, "decidedOn" date, revoked boolean) where e.revoked is not true) f`;

/**
 * A rule and every registered ward under it: why it does not count, or null where it does. `$1` is the rule, `$2` the end
 * of the day as of which it was known (null: now), `$4` today.
 *
 * A ward lies where it lay on the rule's own map; `pending` is one that may still be recognised in time. The reasons are
 * in the order of `QuotaExclusion`; what costs a look is looked at where nothing before it decides.
 * @param isNow whether `$2` is null: then no row that is closed is read
 * @param isAsked SQL of which units `v` that the rule names are asked for; any other is as if the rule did not name it
 */
export const wardStandings = (isNow: boolean, isAsked = 'true') => `
  rule as (
    select q.*, coalesce(q.counted_on, q.deadline) as stands_on, extract(year from q.deadline)::int as deadline_year
    from quota_rule q where q.id = $1
  ),
  named as (
    select u.*, v.unit_id, v.kind, v.name from rule r
    join quota_rule_unit u on u.rule_id = r.id
    cross join lateral (select v.unit_id, v.kind, v.name from register_unit_version v
      where v.level = u.level and v.code = u.code and v.valid @> r.map limit 1) v
    where ${isAsked}
  ),
  -- made once, not again for each column and unit that asks for its reason
  judged_ward as materialized (
    select w.id as row_id, w.ward_id, own.district_id, own.province_id,
      case
        when own.unit_id is null and exists (select from register_unit_version v
          where v.unit_id = w.ward_id and lower(v.valid) > r.map) then 'NOT_ON_RULE_MAP'
        when own.unit_id is null then 'UNIT_NO_LONGER_EXISTS'
        when (own.district_id in (select unit_id from named) or own.province_id in (select unit_id from named)) is not true
          then 'OUTSIDE_RULE'
        when w.state in ('WITHDRAWN', 'REVOKED') then w.state
        when (own.valid @> r.stands_on) is not true
          and not exists (select from register_unit_version v where v.unit_id = w.ward_id and v.valid @> r.stands_on)
          then 'UNIT_NO_LONGER_EXISTS'
        when w.registered_on > r.deadline then 'LATE'
        when r.counts = 'REGISTERED' then null
        when w.state not in ('RECOGNISED', 'RE_RECOGNISED') then 'NOT_RECOGNISED'
        else (${NOT_IN_FORCE})
      end as reason,
      r.counted_by, r.deadline, r.deadline_year, w.year
    from rule r
    join pilot_ward w on ${knownOn('$2', isNow)}
    left join lateral (select v.unit_id, v.district_id, v.province_id, v.valid from register_unit_version v
      where v.unit_id = w.ward_id and v.valid @> r.map limit 1) own on true
  ),
  ward_standing as (
    select j.row_id, j.ward_id, j.district_id, j.province_id, j.reason,
      j.reason = 'NOT_RECOGNISED' and coalesce(j.year, 0) <= j.deadline_year
        and (j.counted_by = 'YEAR_RECOGNISED_FOR' or $4::date <= j.deadline) as pending
    from judged_ward j
  )`;

/** The units that a rule names, on the rule's map, each with the wards that count and those that still may. */
export const countedUnits = (isNow: boolean, isAsked?: string) => `
  ${wardStandings(isNow, isAsked)},
  counted_ward as materialized (
    select s.unit_id, count(*) filter (where s.reason is null)::int as held,
      count(*) filter (where s.pending)::int as pending
    from (
      select district_id as unit_id, reason, pending from ward_standing
      union all
      select province_id, reason, pending from ward_standing
    ) s
    where s.unit_id in (select unit_id from named)
    group by s.unit_id
  ),
  counted_unit as (
    select n.rule_id, n.unit_id as "unitId", n.kind as "countedAs", n.name, n.required, coalesce(c.held, 0) as held,
      coalesce(c.pending, 0) as pending, n.position,
      case when n.share_of is not null then
        json_build_object('percent', n.share_percent, 'of', n.share_of, 'words', n.share_words) end as share,
      case when (select is_demonstration()) then 'SYNTHETIC' else 'RECORDED' end as origin
    from named n left join counted_ward c on c.unit_id = n.unit_id
  )`;

/**
 * The same moved to the map `$5`: a unit that stands there is itself; any other goes with its province into the province
 * that groups it. `unit_id` is null where the province was split.
 */
export const CARRIED_UNITS = `
  carried_unit as (
    select c.required, c.held, c.pending, c.position, c.origin,
      case when exists (select from register_unit_version m where m.unit_id = c."unitId" and m.valid @> $5::date)
        then c."unitId" else g.group_id end as unit_id
    from counted_unit c
    join rule r on r.id = c.rule_id
    join register_unit_version v on v.unit_id = c."unitId" and v.valid @> r.map
    left join group_units('PROVINCE', (select map from rule), $5::date) g
      on g.unit_id = case v.level when 'PROVINCE' then v.unit_id else v.province_id end
  ),
  carried_group as (
    select c.unit_id as "unitId", v.kind as "countedAs", v.name, sum(c.required)::int as required,
      sum(c.held)::int as held, sum(c.pending)::int as pending, null as share,
      count(*)::int as units, min(c.origin) as origin, min(c.position) as position
    from carried_unit c join register_unit_version v on v.unit_id = c.unit_id and v.valid @> $5::date
    group by c.unit_id, v.kind, v.name
  )`;
