import type { MigrationInterface, QueryRunner } from 'typeorm';

// In branches, because the planner cannot estimate "valid @> day": each has a simple plan, and the caller a row count.
const COUNTED_UNITS = `
  -- The units of an indicator's default population in a year that lie within a unit of the map asked. They are grouped
  -- by lineage as tallies are: a country, district or whole provinces keep their units; any other unit has those all of
  -- whose successors lie inside, and none below the province while links are incomplete.
  create function counted_units(within text, asked_indicator text, asked_year integer, map date)
    returns table (unit_id text, code text, kind text, district_id text, province_id text)
    stable rows 2000 language plpgsql as $$
  declare
    day date;
    counted record;
    provinces text[];
    is_kept boolean;
  begin
    select y.counted_on into day from assessment_year y where y.indicator_id = asked_indicator and y.year = asked_year;
    select p.level, p.kinds into counted from population p where p.indicator_id = asked_indicator and p.is_default;
    select exists (select from register_unit_version d
        where d.unit_id = within and d.level in ('COUNTRY', 'DISTRICT') and d.valid @> day)
      and exists (select from register_unit_version m where m.unit_id = within and m.valid @> map) into is_kept;
    if not is_kept then
      select array_agg(g.unit_id) filter (where g.group_id = within), bool_and(g.group_id is not null)
        into provinces, is_kept from group_units('PROVINCE', day, map) g;
      is_kept := is_kept and provinces is not null;
    end if;
    if is_kept then
      return query select v.unit_id, v.code, v.kind, v.district_id, v.province_id from register_unit_version v
        where v.level = counted.level and v.kind = any(counted.kinds) and v.valid @> day
          and (within = 'VN' or v.district_id = within or v.province_id = any(provinces));
    else
      return query select v.unit_id, v.code, v.kind, v.district_id, v.province_id
        from group_members(array[within], day, map) m
        join register_unit_version v on v.unit_id = m.unit_id and v.level = counted.level
          and v.kind = any(counted.kinds) and v.valid @> day
        where m.placed;
    end if;
  end $$;`;

const CASE_COUNTS = `
  -- numbers of cases of a locality in a year, of indicators of the shape CASES: append-only and bitemporal
  create table case_count (
    id bigint generated always as identity primary key,
    unit_id text not null,
    indicator_id text not null references indicator,
    -- the calendar year, an inference: the text says "so với năm 2019"
    year integer not null,
    cases integer not null check (cases >= 0),
    -- the paper, or who reported it
    source text not null check (source <> ''),
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default recording_instant(),
    recorded_to timestamptz,
    check (recorded_to > recorded_from)
  );
  create unique index one_open_case_count on case_count (unit_id, indicator_id, year) where recorded_to is null;
  create index case_count_history on case_count (indicator_id, year, unit_id, recorded_from);
  create trigger case_count_origin before insert on case_count for each row execute function stamp_origin();
  create trigger case_count_append_only before update or delete on case_count
    for each row execute function keep_recorded();
  create trigger case_count_no_truncate before truncate on case_count for each statement execute function refuse_change();`;

/** Numbers of cases against a base year, and the units that lists of assessments go through. */
export class CaseCounts1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([COUNTED_UNITS, CASE_COUNTS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
