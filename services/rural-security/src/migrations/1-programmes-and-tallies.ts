import { INSTALLATION_SQL, REGISTER_SQL, registerGrants } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROGRAMMES = `
  create table programme (
    id text primary key,
    title_vi text not null,
    title_en text not null,
    closing_map date,
    legal_basis jsonb not null,
    content_hash text not null
  );
  create table indicator (
    id text primary key,
    programme_id text not null references programme,
    number text not null,
    title_vi text not null,
    title_en text not null,
    noun_vi text not null,
    noun_en text not null,
    -- null: the sources do not say, or there is none
    last_step text check (last_step in ('CONFIRMATION', 'RECOGNITION_DECISION')),
    position integer not null
  );
  create table population (
    indicator_id text not null references indicator,
    id text not null,
    level text not null,
    -- null: the list of units is not known, so nothing is counted
    kinds text[],
    is_default boolean not null,
    note text,
    primary key (indicator_id, id)
  );
  create unique index one_default_population on population (indicator_id) where is_default;
  create table criteria_item (
    indicator_id text not null references indicator,
    criteria_version text not null,
    number integer not null,
    text_vi text not null,
    status text not null check (status in ('SOURCED', 'UNVERIFIED', 'INFERENCE')),
    source text,
    primary key (indicator_id, criteria_version, number)
  );
  create table assessment_year (
    indicator_id text not null references indicator,
    year integer not null,
    criteria_version text not null,
    window_from date not null,
    window_to date not null,
    window_status text not null check (window_status in ('SOURCED', 'UNVERIFIED', 'INFERENCE')),
    -- the map whose units this year's tallies count; grouping on another map never changes it
    counted_on date not null,
    counted_on_basis text not null,
    primary key (indicator_id, year)
  );
  create table target (
    id text primary key,
    indicator_id text not null references indicator,
    -- the unit that set it, by its code on the map of the day it was set
    scope_level text not null,
    scope_code text not null,
    scope_map date not null,
    direction text not null check (direction in ('AT_LEAST', 'REDUCE_BY_AT_LEAST')),
    percent numeric(5, 2) not null check (percent >= 0 and percent <= 100),
    due date,
    baseline_year integer,
    source text not null,
    version text not null
  );`;

const ASSESSMENTS = `
  -- append-only and bitemporal: a correction closes the open row and adds one
  create table assessment (
    id bigint generated always as identity primary key,
    unit_id text not null,
    indicator_id text not null,
    year integer not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'RECOGNISED', 'REVOKED')),
    verdict text not null check (verdict in ('MET', 'NOT_MET', 'UNKNOWN')),
    unknown_reason text,
    self_verdict text check (self_verdict in ('MET', 'NOT_MET', 'UNKNOWN')),
    item_verdicts text[] not null default '{}',
    submitted_on date,
    appraised_on date,
    confirmed_on date,
    late boolean not null default false,
    decision_number text,
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default clock_timestamp(),
    recorded_to timestamptz,
    foreign key (indicator_id, year) references assessment_year,
    check (recorded_to > recorded_from),
    -- only results that were appraised count as met or not met, and every unknown says why
    check (verdict = 'UNKNOWN' or state in ('APPRAISED', 'RECOGNISED', 'REVOKED')),
    check ((verdict = 'UNKNOWN') = (unknown_reason is not null))
  );
  create unique index one_open_assessment on assessment (unit_id, indicator_id, year) where recorded_to is null;
  create index assessment_history on assessment (indicator_id, year, unit_id, recorded_from);

  create trigger assessment_origin before insert on assessment for each row execute function stamp_origin();
  create trigger assessment_append_only before update or delete on assessment
    for each row execute function keep_recorded();
  create trigger assessment_no_truncate before truncate on assessment
    for each statement execute function refuse_change();`;

/** What is counted of assessments: in the tables, in the counts from scratch, and in what a write changes. */
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
const COUNT_SQL = Object.entries(COUNTS)
  .map(([name, condition]) => `count(*) filter (where ${condition})::int as ${name}`)
  .join(',\n      ');

const TALLIES = `
  create table security_tally (
    unit_id text not null,
    level text not null,
    indicator_id text not null,
    population_id text not null,
    year integer not null,
    counted_on date not null,
    total integer not null,
    ${COUNT_NAMES.map((name) => `${name} integer not null default 0 check (${name} >= 0)`).join(',\n    ')},
    primary key (unit_id, indicator_id, population_id, year),
    check (met + not_met + in_draft + awaiting_appraisal + returned + item_unknown + no_comparable_year <= total)
  );

  -- the units above each unit that a year counts, for every population that it belongs to
  create function population_member() returns table (unit_id text, above_id text, above_level text, indicator_id text,
    population_id text, year integer, counted_on date) stable language sql as $$
    select v.unit_id, above.unit_id, above.level, p.indicator_id, p.id, y.year, y.counted_on
    from population p
    join assessment_year y on y.indicator_id = p.indicator_id
    join register_unit_version v on v.level = p.level and v.kind = any(p.kinds) and v.valid @> y.counted_on
    cross join lateral (values (v.district_id, 'DISTRICT'), (v.province_id, 'PROVINCE'), ('VN', 'COUNTRY'))
      as above(unit_id, level)
    where above.unit_id is not null
  $$;

  -- What the rows say, counted from scratch: the definition that the kept tallies must equal.
  -- as_known: the end of the day as of which it was known, or infinity for now.
  -- The planner cannot estimate "valid @> day" and would loop over millions of rows: these joins are hashed.
  create function count_results(as_known timestamptz) returns table (unit_id text, indicator_id text, population_id text,
    year integer, ${COUNT_NAMES.map((name) => `${name} integer`).join(', ')}) stable language sql
    set enable_nestloop = off as $$
    select m.above_id, a.indicator_id, m.population_id, a.year,
      ${COUNT_SQL}
    from assessment a
    join population_member() m on m.unit_id = a.unit_id and m.indicator_id = a.indicator_id and m.year = a.year
    where a.recorded_from < as_known and coalesce(a.recorded_to, 'infinity') >= as_known
    group by m.above_id, a.indicator_id, m.population_id, a.year
  $$;

  -- Tables that were just filled have no statistics, and without them 2,000 assessments are counted in 3 s instead of 0.1.
  create function refresh_statistics() returns void language plpgsql security definer
    set search_path = rural_security, pg_temp as $$
  begin
    analyze register_unit_version, population, assessment_year, security_tally;
  end $$;

  create function recount_tallies() returns integer language plpgsql security definer
    set search_path = rural_security, pg_temp set enable_nestloop = off as $$
  declare counted integer;
  begin
    lock table security_tally in share row exclusive mode;
    delete from security_tally;
    insert into security_tally (unit_id, level, indicator_id, population_id, year, counted_on, total)
      select above_id, above_level, indicator_id, population_id, year, counted_on, count(*) from population_member()
      group by 1, 2, 3, 4, 5, 6;
    get diagnostics counted = row_count;
    update security_tally t set ${COUNT_NAMES.map((name) => `${name} = r.${name}`).join(', ')}
      from count_results('infinity') r
      where (t.unit_id, t.indicator_id, t.population_id, t.year) = (r.unit_id, r.indicator_id, r.population_id, r.year);
    perform refresh_statistics();
    return counted;
  end $$;`;

/** What one statement on assessments changes in the tallies; rows are locked in unit order, so that writers queue. */
function countingFunction(functionName: string, rows: string, sign: '+' | '-'): string {
  return `
  create function ${functionName}() returns trigger language plpgsql security definer
    set search_path = rural_security, pg_temp as $$
  declare uncounted text;
  begin
    select a.unit_id into uncounted from ${rows} a where a.recorded_to is null and not exists (
      select from population_member() m
      where m.unit_id = a.unit_id and m.indicator_id = a.indicator_id and m.year = a.year) limit 1;
    if found then
      raise exception 'Unit % is outside every population of the indicator.', uncounted using errcode = 'TC004';
    end if;
    with change as (
      select m.above_id as unit_id, a.indicator_id, m.population_id, a.year,
      ${COUNT_SQL}
      from ${rows} a
      join population_member() m on m.unit_id = a.unit_id and m.indicator_id = a.indicator_id and m.year = a.year
      where a.recorded_to is null
      group by m.above_id, a.indicator_id, m.population_id, a.year
    ), locked as (
      select t.unit_id, t.indicator_id, t.population_id, t.year from security_tally t
      join change using (unit_id, indicator_id, population_id, year)
      order by t.unit_id, t.indicator_id, t.population_id, t.year for update of t
    )
    update security_tally t set ${COUNT_NAMES.map((name) => `${name} = t.${name} ${sign} change.${name}`).join(', ')}
    from change join locked using (unit_id, indicator_id, population_id, year)
    where t.unit_id = change.unit_id and t.indicator_id = change.indicator_id
      and t.population_id = change.population_id and t.year = change.year;
    return null;
  end $$;`;
}

const COUNTING = `
  ${countingFunction('count_added', 'added', '+')}
  create trigger assessment_counted after insert on assessment
    referencing new table as added for each statement execute function count_added();
  ${countingFunction('count_closed', 'closed', '-')}
  create trigger assessment_uncounted after update on assessment
    referencing old table as closed for each statement execute function count_closed();`;

// Under FORCE row-level security an officer may not touch the tallies above the own commune, and neither may the owner:
// a role of its own counts, through functions that belong to it.
const ACCESS = `
  alter table security_tally enable row level security;
  alter table security_tally force row level security;
  create policy read_counts on security_tally for select to rural_security_app using (true);
  create policy count on security_tally for all to rural_security_counting using (true) with check (true);

  grant select on all tables in schema rural_security to rural_security_app, rural_security_counting;
  grant insert, update (recorded_to) on assessment to rural_security_app;
  grant insert, update, delete on security_tally to rural_security_counting;
  ${registerGrants('rural_security_app')}
  alter function recount_tallies() owner to rural_security_counting;
  alter function count_added() owner to rural_security_counting;
  alter function count_closed() owner to rural_security_counting;
  revoke execute on function recount_tallies(), refresh_statistics() from public;
  grant execute on function refresh_statistics() to rural_security_counting;
  grant execute on function recount_tallies() to rural_security_app, rural_security_owner;`;

/** Programmes as data, assessments that are never overwritten, and the tallies that are kept with them. */
export class ProgrammesAndTallies1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([INSTALLATION_SQL, REGISTER_SQL, PROGRAMMES, ASSESSMENTS, TALLIES, COUNTING, ACCESS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
