import { REASONS_SHOWN, shownCounts } from './shown-counts';

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
    'indicators', (select json_agg(json_build_array(i.id, i.populations, json_build_array(i.number, i.noun_vi, i.noun_en),
        (select json_object_agg(y.year, d.place) from assessment_year y join calendar d using (counted_on)
         where y.indicator_id = i.id),
        (select json_agg(y.year order by y.year) from (
           select year, criteria_version is distinct from lag(criteria_version, 1, criteria_version) over (order by year) as is_new
           from assessment_year where indicator_id = i.id) as y where y.is_new),
        (select json_agg(y.year order by y.year) from assessment_year y
         where y.indicator_id = i.id and y.window_to >= ${today}::date)) order by i.place)
      from indicator_place i)
  ))::text as ledger`;
}

/**
 * Small, because one of them travels for each unit: indicators, populations and days are places in the common part. Put
 * together as text, which leaves out what is null: PostgreSQL's functions for JSON would read all of it once more.
 */
const OWN_PART = `
  select asked.unit_id, concat('{', concat_ws(',',
    '"place":' || to_json(asked.place_name),
    case when not asked.reasons then '"unpublished":true' end,
    concat('"days":[', o.days, ']'),
    '"tallies":[' || r.tallies || ']',
    '"targets":[' || t.targets || ']'), '}')
  from asked
  left join unit_day o using (unit_id)
  left join unit_tally r using (unit_id)
  left join unit_target t using (unit_id)
  where asked.is_counted`;

const TALLY_TEXTS = `string_agg(array[p.indicator, p.place, t.year, t.total,
        ${shownCounts('t.unit_id <> all(hidden.ids)')}, t.unplaced]::text, ',')`;
/** Most end in up to seven of them. As one regular expression it would be a tenth of the whole statement. */
const WITHOUT_LAST_ZEROS = [',0,0,0,0', ',0,0', ',0'].reduce(
  (text, zeros) => `replace(${text}, '${zeros}}', '}')`,
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
    select i.*, row_number() over (order by i.position, i.id)::int - 1 as place,
      (select json_agg(p.id order by p.is_default desc, p.id) from population p where p.indicator_id = i.id) as populations
    from indicator i
  ),
  population_place as materialized (
    select p.indicator_id, p.id, i.place as indicator,
      row_number() over (partition by p.indicator_id order by p.is_default desc, p.id)::int - 1 as place
    from population p join indicator_place i on i.id = p.indicator_id
  ),
  asked as materialized (
    select asked.unit_id, ${REASONS_SHOWN} as reasons, v.is_counted, v.place_name
    from unnest($1::text[]) as asked(unit_id)
    cross join lateral (
      select bool_or(v.level <> 'COMMUNE') as is_counted, (array_agg(v.name order by v.valid @> $2::date desc, v.valid desc)
        filter (where v.level <> 'COUNTRY'))[1] as place_name
      from register_unit_version v where v.unit_id = asked.unit_id) v
  ),
  unit_day as (
    select g.unit_id, string_agg(d.place::text, ',' order by d.place) as days
    from grouped_day g join calendar d using (counted_on) group by g.unit_id
  ),
  unit_tally as (
    select t.unit_id, translate(${WITHOUT_LAST_ZEROS}, '{}', '[]') as tallies
    from grouped_tally t
    join population_place p on p.indicator_id = t.indicator_id and p.id = t.population_id
    cross join (select array(select unit_id from asked where not reasons) as ids) as hidden
    group by t.unit_id
  ),
  ${unitTargets(indicators)}
  ${commonPart(today)}
  union all
  ${OWN_PART}`;
}
