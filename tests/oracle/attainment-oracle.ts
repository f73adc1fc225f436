import type { Client } from 'pg';
import type { DrawnUnit } from './random-units.fixture';

/** What is decided of a unit in whole numbers, by the names of the graph. */
export interface Decided {
  readonly requiredCount: number | null;
  readonly allowance: number | null;
  readonly surplus: number | null;
  readonly shortfall: number | null;
  readonly shortfallIfUnknownsPass: number | null;
  readonly verdict: string;
  readonly duePassed: boolean | null;
  readonly paceStatus: string | null;
  readonly attainedInYear: number | null;
  readonly unitsPerYear: number | null;
  readonly willAttain: string | null;
}

/** `asked` is the target in hundredths of a percent; a year's counts meet it when `met * 10000 >= asked * total`. */
const POINTS = `
  unit as materialized (
    select u.ordinality::int - 1 as unit, u.year, u.today, u.due, extract(year from u.due)::int as due_year,
      u."baselineYear" as baseline_year, (u.percent * 100)::bigint as asked, u.years
    from rows from (jsonb_to_recordset($1::jsonb) as (year int, today date, due date, "baselineYear" int,
      percent numeric, years jsonb)) with ordinality as u
  ),
  counted as (
    select u.unit, u.asked, p.year, p.met, p."notMet" as not_met, p.unknown, p.origin,
      p.met + p."notMet" + p.unknown as total
    from unit u cross join lateral jsonb_to_recordset(u.years) as p(year int, met bigint, "notMet" bigint,
      unknown bigint, origin text)
  ),
  point as materialized (
    select c.*, met + not_met > 0 as is_appraised,
      case when total > 0 then asked * total / 10000 + (asked * total % 10000 > 0)::int end as required,
      case
        when asked is null then 'NO_TARGET'
        when total = 0 then 'NOT_APPLICABLE'
        when met + not_met = 0 then 'NO_DATA'
        when met * 10000 >= asked * total then 'ATTAINED'
        when (met + unknown) * 10000 < asked * total then 'NOT_ATTAINED'
        else 'UNDECIDED'
      end as verdict
    from counted c
  )`;

/**
 * Every way in which the unknown units of the two years can turn out, one by one. All quantities are multiplied by both
 * populations, both spans of years and 10,000, so that they stay whole.
 */
const OUTCOMES = `
  span as (
    select u.unit, u.asked, b.met as base_met, b.unknown as base_unknown, b.total as base_total,
      n.met, n.unknown, n.total, n.required, u.year - u.baseline_year as elapsed,
      u.due_year - u.baseline_year as in_all, u.due_year - u.year as years_left
    from unit u
    join point n on n.unit = u.unit and n.year = u.year
    join point b on b.unit = u.unit and b.year = u.baseline_year
    where u.asked is not null and u.year > u.baseline_year and u.due_year > u.baseline_year
      and n.is_appraised and b.is_appraised and n.origin = b.origin and n.origin <> 'MIXED'
  ),
  outcome as (
    select s.*, base_met + b.passed as was, met + n.passed as is_now
    from span s cross join generate_series(0, base_unknown) as b(passed) cross join generate_series(0, unknown) as n(passed)
  ),
  pace as (
    select unit, required, total, elapsed, years_left, base_total, is_now,
      is_now * base_total - was * total as gain,
      (is_now * base_total - was * total) * 10000 * in_all as observed,
      (asked * base_total - was * 10000) * total * elapsed as needed
    from outcome
  ),
  certain as (
    select unit, array_agg(distinct case
        when needed <= 0 then 'NONE'
        when observed >= needed then 'ON_TRACK'
        when 2 * observed >= needed then 'BEHIND'
        when observed >= 0 then 'FAR_BEHIND'
        else 'REGRESSING'
      end) as classes,
      array_agg(distinct case
        when required = 0 or is_now * base_total * elapsed + gain * years_left >= required * base_total * elapsed
          then 'YES' else 'NO'
      end) filter (where years_left > 0) as arrivals
    from pace group by unit
  )`;

const DECISIONS = `
  attained as (
    select u.unit, max(p.year) as attained_year
    from unit u
    join point n on n.unit = u.unit and n.year = u.year
    join point p on p.unit = u.unit and p.year < u.year and p.verdict = 'ATTAINED'
      and p.origin = n.origin and p.origin <> 'MIXED'
    group by u.unit
  ),
  judged as (
    select u.*, n.met, n.unknown, n.total, n.required, n.verdict, n.is_appraised, a.attained_year, c.arrivals,
      u.year >= u.due_year and u.today > u.due as due_passed,
      case
        when n.verdict in ('NO_TARGET', 'NOT_APPLICABLE') then null
        when n.verdict = 'ATTAINED' then 'ATTAINED'
        when n.verdict = 'NOT_ATTAINED' and a.attained_year is not null then 'LOST'
        when n.verdict = 'NOT_ATTAINED' and u.year >= u.due_year and u.today > u.due then 'MISSED'
        when n.verdict = 'UNDECIDED' and (u.year >= u.due_year or a.attained_year is not null) then 'UNKNOWN'
        when cardinality(c.classes) = 1 and c.classes[1] <> 'NONE' then c.classes[1]
        else 'UNKNOWN'
      end as pace_status
    from unit u join point n on n.unit = u.unit and n.year = u.year
    left join attained a on a.unit = u.unit left join certain c on c.unit = u.unit
  )`;

const ROWS = `
  select unit, required::int as "requiredCount", (total - required)::int as allowance,
    greatest(0, met - required)::int + 0 * required::int as surplus,
    greatest(0, required - met)::int + 0 * required::int as shortfall,
    greatest(0, required - met - unknown)::int + 0 * required::int as "shortfallIfUnknownsPass",
    verdict, case when asked is not null then due_passed end as "duePassed", pace_status as "paceStatus",
    case when pace_status = 'LOST' then attained_year end as "attainedInYear",
    case when is_appraised and asked is not null and due_year > year
      then (greatest(0, required - met) + due_year - year - 1)::int / (due_year - year) end as "unitsPerYear",
    case when cardinality(arrivals) = 1 then arrivals[1] when arrivals is not null then 'UNKNOWN' end as "willAttain"
  from judged`;

export const ATTAINMENT_SQL = `with ${POINTS}, ${OUTCOMES}, ${DECISIONS} ${ROWS}`;

/**
 * From counts, targets and days alone, by the words of the graph: in whole numbers, and without any short cut for the
 * unknowns. By the place of the unit; a unit without counts for the year asked about is left out.
 *
 * @param sql another one to see that a fault in it is found
 */
export async function decideBySql(
  client: Client,
  units: readonly DrawnUnit[],
  sql = ATTAINMENT_SQL,
): Promise<Map<number, Decided>> {
  const { rows } = await client.query<Decided & { unit: number }>(sql, [JSON.stringify(units)]);
  return new Map(rows.map(({ unit, ...decided }) => [unit, decided]));
}
