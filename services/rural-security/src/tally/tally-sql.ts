/** What is counted of assessments, in the order of the gateway's `LedgerTally`. */
export const COUNT_COLUMNS = [
  'met',
  'not_met',
  'in_draft',
  'awaiting_appraisal',
  'returned',
  'item_unknown',
  'no_comparable_year',
  'self_assessed_met',
] as const;

/**
 * The same of open rows: now, or at the end of the day `$3` as of which it was known. The migration says it once more for
 * the tables: its text stays as it ran, so a new count is a new migration, a name above and a line here.
 */
const COUNTED_ROWS = `
      count(*) filter (where a.verdict = 'MET') as met,
      count(*) filter (where a.verdict = 'NOT_MET') as not_met,
      count(*) filter (where a.unknown_reason = 'IN_DRAFT') as in_draft,
      count(*) filter (where a.unknown_reason = 'AWAITING_APPRAISAL') as awaiting_appraisal,
      count(*) filter (where a.unknown_reason = 'RETURNED') as returned,
      count(*) filter (where a.unknown_reason = 'ITEM_UNKNOWN') as item_unknown,
      count(*) filter (where a.unknown_reason = 'NO_COMPARABLE_PREVIOUS_YEAR') as no_comparable_year,
      count(*) filter (where a.verdict = 'UNKNOWN' and a.self_verdict = 'MET') as self_assessed_met`;

/**
 * `grouped_tally`: the tallies of the units `$1` on the map `$2`, of the indicators that are asked for. A tally counts the units of its own year's map; the map
 * of the request only groups them. Three ways lead to the same counts:
 * - `kept_unit`: the country, a province made of whole provinces, or a district that went on and that no unit came to or
 *   left: the kept tallies of the old units are added up;
 * - `member`: any other unit: the counted units all of whose successors lie inside are counted one by one;
 *   those across its border are `unplaced`;
 * - as known on a closed day `$3`: rows that were open then, with the populations of the kept tallies.
 * `grouped_day`: the counting days for which a unit can answer at all: while links are not known whole, what is kept does,
 * and a commune that no link names.
 * @param indicators SQL of their ids as an array; null: of all
 */
export function groupedTallies(isCurrent: boolean, indicators: string): string {
  // never "is null or": a plan for all values could not look it up in an index
  const isAsked = (id: string) => `${id} = any(coalesce(${indicators}, array(select id from indicator)))`;
  return `
  asked_version as materialized (
    select v.unit_id, v.level, v.name, v.valid, v.valid @> $2::date as is_on_map
    from register_unit_version v where v.unit_id = any($1)
  ),
  counting_day as materialized (
    select counted_on, is_lineage_complete(counted_on, $2::date) as links_complete,
      exists (select from register_map_state s where s.day <= counted_on and (s.exact_until is null or counted_on <= s.exact_until))
        as is_exact,
      exists (select from province_step(counted_on, $2::date)) as provinces_moved
    from (select distinct counted_on from assessment_year) as days
  ),
  kept_unit as materialized (
    select d.counted_on, p.unit_id, p.group_id, false as is_alone
    from counting_day d cross join lateral whole_provinces(d.counted_on, $2::date) p
    where d.provinces_moved and p.group_id = any($1)
    union all
    select d.counted_on, c.unit_id, c.unit_id, true
    from counting_day d
    join asked_version c on c.level <> 'COMMUNE' and c.valid @> d.counted_on
    where (c.level <> 'PROVINCE' or not d.provinces_moved)
      and c.unit_id in (select m.unit_id from asked_version m where m.is_on_map)
      and (c.level <> 'DISTRICT' or not exists (select from register_district_change x where x.district_id = c.unit_id
        and x.effective_on > least(d.counted_on, $2::date) and x.effective_on <= greatest(d.counted_on, $2::date)))
  ),
  member as materialized (
    select d.counted_on, m.group_id, m.unit_id, m.placed
    from counting_day d
    cross join lateral group_members(
      array(select asked.id from unnest($1::text[]) as asked(id)
            where not exists (select from kept_unit k where k.group_id = asked.id and k.counted_on = d.counted_on)),
      d.counted_on, $2::date) m
    -- not even begun for a day on which all are kept
    where (select count(*) from kept_unit k where k.counted_on = d.counted_on) < cardinality($1::text[])
  ),
  grouped_day as materialized (
    select group_id as unit_id, counted_on from kept_unit
    union
    select group_id, counted_on from member
    union
    select v.unit_id, d.counted_on from counting_day d
    join asked_version v on d.links_complete and v.is_on_map
  ),
  kept_tally as ${isCurrent ? 'not materialized' : 'materialized'} (${(isCurrent ? current : asKnown)(isAsked('t.indicator_id'))}),
  grouped_tally as (
    -- most groups are one unit, whose tallies are not added up one by one
    select t.group_id as unit_id, t.indicator_id, t.population_id, t.year, t.counted_on, t.total, 0 as unplaced,
      ${COUNT_COLUMNS.map((name) => `t.${name}::int as ${name}`).join(', ')}
    from kept_tally t where t.is_alone
    union all
    select t.group_id, t.indicator_id, t.population_id, t.year, t.counted_on, sum(t.total)::int, 0,
      ${COUNT_COLUMNS.map((name) => `sum(t.${name})::int`).join(', ')}
    from kept_tally t where not t.is_alone
    group by t.group_id, t.indicator_id, t.population_id, t.year, t.counted_on
    union all
    select counted.group_id, counted.indicator_id, counted.population_id, counted.year, counted.counted_on,
      counted.total::int, counted.unplaced::int, ${COUNT_COLUMNS.map((name) => `counted.${name}::int`).join(', ')}
    from (
      select m.group_id, y.indicator_id, p.id as population_id, y.year, y.counted_on,
        count(*) filter (where m.placed) as total, count(*) filter (where not m.placed) as unplaced,
        ${COUNTED_ROWS}
      from member m
      join assessment_year y on y.counted_on = m.counted_on and ${isAsked('y.indicator_id')}
      join population p on p.indicator_id = y.indicator_id
      join register_unit_version v on v.unit_id = m.unit_id and v.level = p.level and v.kind = any(p.kinds)
        and v.valid @> m.counted_on
        -- the kept tally of a district does not count the district itself
        and (p.level = 'COMMUNE' or not exists (
          select from register_unit_version g where g.unit_id = m.group_id and g.level = 'DISTRICT'))
      left join assessment a on m.placed and a.unit_id = m.unit_id and a.indicator_id = y.indicator_id and a.year = y.year
        and ${isCurrent ? 'a.recorded_to is null' : "a.recorded_from < $3 and coalesce(a.recorded_to, 'infinity') >= $3"}
      group by m.group_id, y.indicator_id, p.id, y.year, y.counted_on
    ) as counted
  )`;
}

/** Offset 0 keeps it a look-up by index for each unit, also in a table that was just filled and has no statistics. */
const current = (isAsked: string) => `
    select k.group_id, k.is_alone, t.* from kept_unit k
    cross join lateral (select * from security_tally t where t.unit_id = k.unit_id and ${isAsked} offset 0) t
    where t.counted_on = k.counted_on`;

/** Populations do not depend on what was known, so their totals are the kept ones. */
const asKnown = (isAsked: string) => `
    select k.group_id, k.is_alone, t.indicator_id, t.population_id, t.year, t.counted_on, t.total,
      ${COUNT_COLUMNS.map((name) => `coalesce(r.${name}, 0) as ${name}`).join(', ')}
    from security_tally t
    join kept_unit k on k.unit_id = t.unit_id and k.counted_on = t.counted_on
    left join count_results($3) r on r.unit_id = t.unit_id and r.indicator_id = t.indicator_id
      and r.population_id = t.population_id and r.year = t.year
    where ${isAsked}`;
