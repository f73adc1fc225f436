import { KEEP_RECORDED_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTS = {
  met: "a.verdict = 'MET'",
  not_met: "a.verdict = 'NOT_MET'",
  in_draft: "a.unknown_reason = 'IN_DRAFT'",
  awaiting_appraisal: "a.unknown_reason = 'AWAITING_APPRAISAL'",
  returned: "a.unknown_reason = 'RETURNED'",
  item_unknown: "a.unknown_reason = 'ITEM_UNKNOWN'",
  no_comparable_year: "a.unknown_reason = 'NO_COMPARABLE_PREVIOUS_YEAR'",
  self_assessed_met: "a.verdict = 'UNKNOWN' and a.self_verdict = 'MET'",
};
const COUNT_NAMES = Object.keys(COUNTS);

/**
 * What one statement on assessments changes in the tallies, as before: rows are locked in unit order, and a unit that
 * nothing counts is refused. Each row is placed once ("offset 0"), not once for each population and again for the refusal.
 */
function countingFunction(functionName: string, rows: string, sign: '+' | '-'): string {
  return `
  create or replace function ${functionName}() returns trigger language plpgsql security definer
    set search_path = rural_security, pg_temp as $$
  declare uncounted text;
  begin
    with placed as materialized (
      select a.unit_id, a.indicator_id, a.year, a.verdict, a.unknown_reason, a.self_verdict, v.level, v.kind,
        v.district_id, v.province_id
      from ${rows} a
      join assessment_year y on y.indicator_id = a.indicator_id and y.year = a.year
      left join lateral (
        select * from register_unit_version r where r.unit_id = a.unit_id and r.valid @> y.counted_on offset 0) v on true
      where a.recorded_to is null
    ), member as materialized (
      select placed.*, p.id as population_id from placed
      left join population p on p.indicator_id = placed.indicator_id and p.level = placed.level
        and placed.kind = any(p.kinds)
    ), change as (
      select above.unit_id, a.indicator_id, a.population_id, a.year,
      ${Object.entries(COUNTS)
        .map(([name, condition]) => `count(*) filter (where ${condition})::int as ${name}`)
        .join(',\n      ')}
      from member a
      cross join lateral (values (a.district_id), (a.province_id), ('VN')) as above(unit_id)
      where above.unit_id is not null
      group by above.unit_id, a.indicator_id, a.population_id, a.year
    ), locked as (
      select t.unit_id, t.indicator_id, t.population_id, t.year from security_tally t
      join change using (unit_id, indicator_id, population_id, year)
      order by t.unit_id, t.indicator_id, t.population_id, t.year for update of t
    ), counted as (
      update security_tally t set ${COUNT_NAMES.map((name) => `${name} = t.${name} ${sign} change.${name}`).join(', ')}
      from change join locked using (unit_id, indicator_id, population_id, year)
      where t.unit_id = change.unit_id and t.indicator_id = change.indicator_id
        and t.population_id = change.population_id and t.year = change.year
    )
    select a.unit_id into uncounted from member a where a.population_id is null limit 1;
    if found then
      raise exception 'Unit % is outside every population of the indicator.', uncounted using errcode = 'TC004';
    end if;
    return null;
  end $$;`;
}

/** Writing assessments by the thousand: closing compares rows as they are stored, and counting places each row once. */
export class WritingManyRows1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const counting = [countingFunction('count_added', 'added', '+'), countingFunction('count_closed', 'closed', '-')];
    await runner.query([KEEP_RECORDED_SQL, ...counting].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
