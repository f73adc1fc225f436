import { reasonsShown, shownCounts } from './shown-counts';

const targetWords = (isInherited: string) =>
  `json_build_array(i.place, trim_scale(t.percent)::text, t.due, t.source, t.version, t.baseline_year, ${isInherited})::text`;

/**
 * For each indicator the own before the inherited ones, of each the latest first; a target belongs to the unit that had
 * the code on the map it was set on. Interim ones (of a year) and those in units are not what attainment is measured
 * against. Each is put in words once, `words` and `words_inherited`, not once for each unit.
 */
const unitTargets = (indicators: string) => `
  target_words as materialized (
    select scope.unit_id, i.place as indicator, ${targetWords('false')} as words, ${targetWords('true')} as words_inherited,
      row_number() over (order by nullif(t.version, 'undated') desc nulls last, t.id) as place
    from target t
    join indicator_place i on i.id = t.indicator_id
    join register_unit_version scope on scope.level = t.scope_level and scope.code = t.scope_code
      and scope.valid @> t.scope_map
    where t.direction = 'AT_LEAST' and t.year is null and t.percent is not null
      and (${indicators} is null or t.indicator_id = any(${indicators}))
  ),
  unit_target as (
    select asked.unit_id, string_agg(case when t.unit_id = asked.unit_id then t.words else t.words_inherited end, ','
      order by t.indicator, t.unit_id <> asked.unit_id, t.place) as targets
    from asked join target_words t on t.unit_id in (asked.unit_id, 'VN')
    group by asked.unit_id
  )`;

/** What all units of one question have in common: said once, in the row without a unit. */
function commonPart(today: string): string {
  return `
  select null as "unitId", json_strip_nulls(json_build_object(
    'origin', case when is_demonstration() then 'SYNTHETIC' else 'RECORDED' end,
    'calendar', (select coalesce(json_agg(d.counted_on order by d.place), '[]') from calendar d),
    'states', (select coalesce(json_agg(d.states order by d.place), '[]') from calendar d),
    'inexact', (select json_agg(d.place) from calendar d where not d.is_exact),
    'indicators', (select json_agg(json_build_array(i.id, p.ids, json_build_array(i.number, i.noun_vi, i.noun_en),
        y.days, y.with_new_criteria, y.still_open) order by i.place)
      from indicator_place i
      left join (select indicator_id, json_agg(id order by place) as ids from population_place group by indicator_id) p
        on p.indicator_id = i.id
      left join (
        select indicator_id, json_object_agg(year, d.place) as days,
          json_agg(year order by year) filter (where is_new) as with_new_criteria,
          json_agg(year order by year) filter (where window_to >= ${today}::date) as still_open
        from (
          select *, criteria_version is distinct from lag(criteria_version, 1, criteria_version)
            over (partition by indicator_id order by year) as is_new
          from assessment_year
        ) y join calendar d using (counted_on) group by indicator_id
      ) y on y.indicator_id = i.id)
  ))::text as ledger`;
}

/**
 * Small, because one of them travels for each unit: indicators, populations and days are places in the common part. Put
 * together as text, which leaves out what is null: PostgreSQL's functions for JSON would read all of it once more. And by
 * grouping instead of joins, whose cost the planner takes to be that of one unit.
 */
const OWN_PART = `
  select u.unit_id, concat('{', concat_ws(',',
    '"place":' || to_json(max(u.place_name)),
    case when not bool_or(u.reasons) then '"unpublished":true' end,
    concat('"days":[', max(u.days), ']'),
    '"tallies":[' || max(u.tallies) || ']',
    '"targets":[' || max(u.targets) || ']'), '}')
  from (
    select unit_id, true as is_asked, place_name, reasons, null as days, null as tallies, null as targets from asked
    union all
    select unit_id, false, null, null, days, null, null from unit_day
    union all
    select unit_id, false, null, null, null, tallies, null from unit_tally
    union all
    select unit_id, false, null, null, null, null, targets from unit_target
  ) u
  group by u.unit_id having bool_or(u.is_asked)`;

// as a row: PostgreSQL writes one in two thirds of the time of an array
const TALLY_TEXTS = `string_agg(row(p.indicator, p.place, t.year, t.total,
        ${shownCounts('t.is_shown')}, t.unplaced)::text, ',')`;
/** Most end in up to seven of them. As one regular expression it would be a tenth of the whole statement. */
const WITHOUT_LAST_ZEROS = [',0,0,0,0', ',0,0', ',0'].reduce(
  (text, zeros) => `replace(${text}, '${zeros})', ')')`,
  TALLY_TEXTS,
);

/**
 * The ledgers of the units `$1` on the map `$2`, and a row without a unit for what they have in common. It reads what
 * `groupedTallies` names.
 * @param indicators SQL of the ids of those whose tallies and targets are told, as an array; null: of all. What units
 *   have in common names all of them.
 */
export function ledgerSql(today: string, indicators: string): string {
  return `
  calendar as materialized (select counted_on, is_exact, row_number() over (order by counted_on) - 1 as place,
    (select count(*) from register_map_state s where s.day <= counted_on) as states from counting_day),
  indicator_place as materialized (
    select i.id, i.number, i.noun_vi, i.noun_en, row_number() over (order by i.position, i.id)::int - 1 as place
    from indicator i
  ),
  population_place as materialized (
    select p.indicator_id, p.id, i.place as indicator,
      row_number() over (partition by p.indicator_id order by p.is_default desc, p.id)::int - 1 as place
    from population p join indicator_place i on i.id = p.indicator_id
  ),
  asked as materialized (
    select v.unit_id, ${reasonsShown('v.unit_id')} as reasons, (array_agg(v.name order by v.is_on_map desc, v.valid desc)
        filter (where v.level <> 'COUNTRY'))[1] as place_name
    from asked_version v where v.level <> 'COMMUNE' group by v.unit_id
  ),
  unit_day as (
    select g.unit_id, string_agg(d.place::text, ',' order by d.place) as days
    from grouped_day g join calendar d using (counted_on) group by g.unit_id
  ),
  unit_tally as (
    select t.unit_id, translate(${WITHOUT_LAST_ZEROS}, '()', '[]') as tallies
    from (select *, unit_id <> all(array(select unit_id from asked where not reasons)) as is_shown from grouped_tally offset 0) t
    join population_place p on p.indicator_id = t.indicator_id and p.id = t.population_id
    group by t.unit_id
  ),
  ${unitTargets(indicators)}
  ${commonPart(today)}
  union all
  ${OWN_PART}`;
}
