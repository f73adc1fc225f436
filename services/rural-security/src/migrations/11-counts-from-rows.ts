import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = ['met', 'not_met', 'in_draft', 'awaiting_appraisal', 'returned', 'item_unknown', 'no_comparable_year'];

/**
 * The same counts as before, begun at the rows that were open: every series of every programme lists its whole population
 * in `population_member`, and most of it has no row.
 */
const COUNTS = `
  create or replace function count_results(as_known timestamptz) returns table (unit_id text, indicator_id text,
    population_id text, year integer, ${NAMES.map((name) => `${name} integer`).join(', ')}, self_assessed_met integer)
    stable language sql set enable_nestloop = off as $$
    with open_row as materialized (
      select a.unit_id, a.indicator_id, a.year, y.counted_on, a.verdict, a.unknown_reason, a.self_verdict
      from assessment a
      join assessment_year y on y.indicator_id = a.indicator_id and y.year = a.year
      where a.recorded_from < as_known and coalesce(a.recorded_to, 'infinity') >= as_known
    ),
    placed as (
      select r.*, v.level, v.kind, v.district_id, v.province_id
      from open_row r join register_unit_version v on v.unit_id = r.unit_id and v.valid @> r.counted_on
    )
    select above.unit_id, a.indicator_id, p.id, a.year,
      count(*) filter (where a.verdict = 'MET')::int,
      count(*) filter (where a.verdict = 'NOT_MET')::int,
      count(*) filter (where a.unknown_reason = 'IN_DRAFT')::int,
      count(*) filter (where a.unknown_reason = 'AWAITING_APPRAISAL')::int,
      count(*) filter (where a.unknown_reason = 'RETURNED')::int,
      count(*) filter (where a.unknown_reason = 'ITEM_UNKNOWN')::int,
      count(*) filter (where a.unknown_reason = 'NO_COMPARABLE_PREVIOUS_YEAR')::int,
      count(*) filter (where a.verdict = 'UNKNOWN' and a.self_verdict = 'MET')::int
    from placed a
    join population p on p.indicator_id = a.indicator_id and p.level = a.level and a.kind = any(p.kinds)
    cross join lateral (values (a.district_id), (a.province_id), ('VN')) as above(unit_id)
    where above.unit_id is not null
    group by above.unit_id, a.indicator_id, p.id, a.year
  $$;`;

/** As known on a closed day, the overview aggregates what was recorded, not what could have been. */
export class CountsFromRows1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
