import type { Client } from 'pg';
import type { Look } from './random-history.fixture';

/** What is counted of one unit in one series, as a look sees it. */
export interface Counted {
  /** The place of the look among those asked. */
  readonly look: number;
  readonly unitId: string;
  readonly level: string;
  readonly indicatorId: string;
  readonly populationId: string;
  readonly year: number;
  /** In the order of `COUNTS`. */
  readonly counts: readonly number[];
}

export const COUNTS = [
  'total',
  'met',
  'not_met',
  'in_draft',
  'awaiting_appraisal',
  'returned',
  'item_unknown',
  'no_comparable_year',
  'self_assessed_met',
  'unplaced',
] as const;

/** From the raw rows alone. `until`: the first instant that a look does not know; null for now. */
const LOOKS = `
  look as materialized (
    select l.ordinality::int - 1 as look, l.map,
      (l."knownOn" + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until
    from rows from (jsonb_to_recordset($1::jsonb) as ("knownOn" date, map date)) with ordinality as l
  ),
  counted as materialized (
    select y.indicator_id, y.year, y.counted_on, p.id as population_id, p.level, v.unit_id
    from assessment_year y
    join population p on p.indicator_id = y.indicator_id
    join register_unit_version v on v.level = p.level and v.kind = any(p.kinds)
      and coalesce(lower(v.valid) <= y.counted_on, true) and coalesce(upper(v.valid) > y.counted_on, true)
  )`;

/**
 * What became of each counted unit, one reorganisation after the other: on its day a unit goes where its links lead, and
 * stays with itself where it holds on. Backwards the same from the last to the first.
 */
const FATES = `
  way as materialized (select distinct c.counted_on, l.map, l.map > c.counted_on as is_forward from counted c, look l),
  stretch as materialized (
    select w.*, r.effective_on, row_number() over (
      partition by w.counted_on, w.map order by abs(r.effective_on - w.counted_on)) as place
    from way w join register_reorganisation r
      on r.effective_on between least(w.counted_on, w.map) + 1 and greatest(w.counted_on, w.map)
  ),
  fate as (
    select w.counted_on, w.map, c.unit_id as origin, c.unit_id, 0::bigint as place
    from way w join (select distinct counted_on, unit_id from counted) c using (counted_on)
    union
    select s.counted_on, s.map, f.origin, onwards.unit_id, s.place
    from fate f join stretch s on (s.counted_on, s.map, s.place) = (f.counted_on, f.map, f.place + 1)
    cross join lateral (
      select case when s.is_forward then l.successor_id else l.predecessor_id end from register_link l
      where l.effective_on = s.effective_on
        and f.unit_id = case when s.is_forward then l.predecessor_id else l.successor_id end
      union
      select v.unit_id from register_unit_version v
      where v.unit_id = f.unit_id and v.valid @> case when s.is_forward then s.effective_on else s.effective_on - 1 end
    ) as onwards(unit_id)
  ),
  part as (
    select f.counted_on, f.map, f.origin, f.unit_id, around.unit_id as group_id, around.level
    from fate f
    join register_unit_version v on v.unit_id = f.unit_id and v.valid @> f.map
    cross join lateral (values (v.unit_id, v.level), (v.district_id, 'DISTRICT'), (v.province_id, 'PROVINCE'),
      ('VN', 'COUNTRY')) as around(unit_id, level)
    where around.unit_id is not null
      and f.place = (select count(*) from stretch s where (s.counted_on, s.map) = (f.counted_on, f.map))
  ),
  placed as materialized (
    select p.counted_on, p.map, p.origin, p.group_id, p.level, count(distinct p.unit_id) = whole.parts as is_whole
    from part p
    join (select counted_on, map, origin, count(distinct unit_id) as parts from part group by 1, 2, 3) as whole
      using (counted_on, map, origin)
    group by p.counted_on, p.map, p.origin, p.group_id, p.level, whole.parts
  )`;

const COUNT_ROWS = `
  select l.look, p.group_id as "unitId", p.level, c.indicator_id as "indicatorId", c.population_id as "populationId",
    c.year, array[
      count(*) filter (where p.is_whole),
      count(*) filter (where a.verdict = 'MET'),
      count(*) filter (where a.verdict = 'NOT_MET'),
      count(*) filter (where a.unknown_reason = 'IN_DRAFT'),
      count(*) filter (where a.unknown_reason = 'AWAITING_APPRAISAL'),
      count(*) filter (where a.unknown_reason = 'RETURNED'),
      count(*) filter (where a.unknown_reason = 'ITEM_UNKNOWN'),
      count(*) filter (where a.unknown_reason = 'NO_COMPARABLE_PREVIOUS_YEAR'),
      count(*) filter (where a.verdict = 'UNKNOWN' and a.self_verdict = 'MET'),
      count(*) filter (where not p.is_whole)
    ]::int[] as counts
  from look l
  join counted c on true
  join placed p on p.counted_on = c.counted_on and p.map = l.map and p.origin = c.unit_id
  left join assessment a on p.is_whole and a.unit_id = c.unit_id and a.indicator_id = c.indicator_id and a.year = c.year
    and case when l.until is null then a.recorded_to is null
      else a.recorded_from < l.until and (a.recorded_to is null or a.recorded_to >= l.until) end
  -- a district is no part of itself; and off its own map only what has links of its own can be followed
  where (c.level = 'COMMUNE' or p.group_id <> c.unit_id)
    and (l.map = c.counted_on or (c.level = 'COMMUNE' and p.level in ('COMMUNE', 'PROVINCE', 'COUNTRY')))
  group by 1, 2, 3, 4, 5, 6`;

/** Counts for every unit of the looks' maps and every series; units and series that nothing is in are left out. */
export async function countFromRows(admin: Client, looks: readonly Look[]): Promise<Counted[]> {
  const sql = `with recursive ${LOOKS}, ${FATES} ${COUNT_ROWS}`;
  return (await admin.query<Counted>(sql, [JSON.stringify(looks)])).rows;
}

/** Assessments that were begun and of which not exactly one row was open, at the end of some day of the looks. */
export async function findGaps(admin: Client, looks: readonly Look[]): Promise<object[]> {
  const { rows } = await admin.query(
    `with ${LOOKS}
     select l.look, a.unit_id, a.indicator_id, a.year from look l join assessment a on a.recorded_from < l.until
     group by 1, 2, 3, 4 having count(*) filter (where a.recorded_to is null or a.recorded_to >= l.until) <> 1`,
    [JSON.stringify(looks)],
  );
  return rows;
}
