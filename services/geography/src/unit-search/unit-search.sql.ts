/** Below it, "similar" names have little in common: "thai nguyne" and "Thái Nguyên" have 0.60, "ha nio" and "Hà Nội" 0.40. */
const LEAST_LIKENESS = 0.4;
/** Of so many found names those that lead to the same unit are joined; nobody reads further. */
const MOST_FOUND = 200;

/** Best first, and the same order every time. A kind that was typed along and does not fit counts as "within a name". */
const ORDER = `rank, wrong_kind, place, (case when fit = 4 then likeness else 0 end) desc, tier,
  array_position(array['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'], level), code collate "C", unit_id collate "C"`;

/** Each branch is one scan of the trigram index. */
const CANDIDATES = `
  select * from unit_name where folded = r.text and within like all (r.within)
  union
  select * from unit_name where not r."isExact" and within like all (r.within) and folded % r.text
  union
  select * from unit_name where not r."isExact" and within like all (r.within)
    and folded like '%' || r.text || '%' and ' ' || folded like '% ' || r.text || '%'`;

/**
 * How a name fits a reading: 1 whole, 2 beginning, 3 beginning of a word, 4 similar. Trigrams do not know their order,
 * so a shorter name with the same words turned round would be as like as the one meant: lengths count too.
 */
const JUDGED = `
  select r.kinds is not null and n.kind <> all (r.kinds) as wrong_kind,
    similarity(n.folded, r.text) * least(length(n.folded), length(r.text)) / greatest(length(n.folded), length(r.text))
      as likeness,
    case when replace(n.folded, ' ', '') = replace(r.text, ' ', '') then 1 when n.folded like r.text || '%' then 2
      when n.folded like '% ' || r.text || '%' then 3 else 4 end as fit`;

/** $1 readings as JSON, $2 a code or null, $3 a level or null, $4 the day of the map. */
const FOUND = `
  reading as (
    select * from jsonb_to_recordset($1::jsonb)
      as r(place int, text text, kinds text[], within text[], "isExact" boolean)
  ), hit as (
    select n.*, 0 as fit, 0 as rank, false as wrong_kind, 0 as place, 1::float8 as likeness
    from unit_name n where n.code = $2
    union all
    select n.*, fit, case when wrong_kind then greatest(fit, 3) else fit end, wrong_kind, place, likeness
    from reading r cross join lateral (${CANDIDATES}) as n cross join lateral (${JUDGED}) as judged
    where fit < 4 or likeness >= ${LEAST_LIKENESS}
  ), named as (
    select h.*, u.life, u.life @> $4::date as holds, case when h.valid @> $4::date then 0 else 1 end as tier
    -- offset 0 keeps it a look into the index of units: see LED
    from hit h cross join lateral (select life from unit where id = h.unit_id offset 0) u
    -- a name that comes up later is not known on that day
    where ($3::text is null or h.level = $3) and coalesce(lower(h.valid) <= $4::date, true)
  ), best as (
    select distinct on (unit_id) * from named order by unit_id, ${ORDER}, upper(valid) desc nulls first
  ), found as (
    select * from best order by ${ORDER} limit ${MOST_FOUND}
  )`;

/**
 * Where found units that do not hold on the map went; the lineage of a district that ended is that of its last
 * communes. The unit itself leads on only to a main successor of its own level.
 *
 * `offset 0` keeps each step a look into an index: the planner expects thousands of rows of a recursion, and would read
 * whole tables for the few that there are (a third to a half of the time of a search).
 */
const LED = `
  walk(origin, current, is_main) as (
    (select unit_id, unit_id, true from found where not holds
     union all
     select f.unit_id, v.unit_id, false from found f
     cross join lateral (select unit_id from unit_version
       where district_id = f.unit_id and upper(valid) = upper(f.life) offset 0) v
     where not f.holds and f.level = 'DISTRICT')
    union
    select w.origin, l.successor_id, w.is_main and l.is_main
    from walk w cross join lateral (select successor_id, is_main from succession_link
      where predecessor_id = w.current and effective_on <= $4::date offset 0) l
  ), led as (
    select w.origin, array_agg(distinct v.unit_id collate "C") as successors,
      (array_agg(v.unit_id order by v.code collate "C") filter (where w.is_main and v.level = f.level))[1] as main
    from walk w join found f on f.unit_id = w.origin
    cross join lateral (select unit_id, code, level from unit_version
      where unit_id = w.current and valid @> $4::date offset 0) v
    where w.current <> w.origin group by w.origin
  )`;

/** $5 the number of matches. Several names that lead to one unit are one match: the best of them. */
export const SEARCH_UNITS = `with recursive ${FOUND}, ${LED}, answer as (
    select f.fit, f.rank, f.wrong_kind, f.place, f.likeness, f.level, f.code, f.unit_id, f.name, f.line,
      case when f.tier = 0 then null else upper(f.valid) - 1 end as named_until,
      case when f.holds or led.main is not null then f.tier else 2 end as tier,
      coalesce(led.main, f.unit_id) as answer_id, f.holds or led.main is not null as on_map,
      coalesce(led.successors, '{}') as successors
    from found f left join led on led.origin = f.unit_id
  ), single as (
    select distinct on (answer_id) * from answer order by answer_id, ${ORDER}
  )
  select answer_id as "unitId", fit, name as "matchedName", line as "matchedLine", named_until as "matchedOn",
    on_map as "holdsOnMap", successors as "successorIds"
  from single order by ${ORDER} limit $5`;
