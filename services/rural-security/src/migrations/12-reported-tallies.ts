import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDICATORS = `
  -- what reports count and no programme defines: new-rural communes, whole criteria; counted only, never judged
  create table reported_indicator (
    -- NAME/VERSION of the report
    id text primary key,
    title_vi text not null,
    title_en text not null,
    noun_vi text not null,
    noun_en text not null,
    defined_by text not null default current_setting('app.actor'),
    defined_at timestamptz not null default clock_timestamp()
  );
  create trigger reported_indicator_stays before update or delete on reported_indicator
    for each row execute function refuse_change();
  create trigger reported_indicator_no_truncate before truncate on reported_indicator
    for each statement execute function refuse_change();`;

const TALLIES = `
  -- what somebody printed or sent up: append-only and bitemporal; id stays when a row is corrected
  create table reported_tally (
    id uuid not null default gen_random_uuid(),
    -- how the file names it, and the paper or report: together they say which row is which
    external_id text not null,
    source text not null check (source <> ''),
    unit_id text not null,
    place text not null,
    as_of date not null,
    year integer not null,
    -- of a programme, or of reported_indicator
    indicator_id text not null,
    criteria_version text not null,
    kind text not null check (kind in ('PLAN', 'RESULT')),
    met integer not null check (met >= 0),
    total integer check (total >= 0),
    total_is_quota boolean not null,
    -- texts, because printed decimals are part of what was printed
    printed_percent text,
    printed_qualifier text,
    target_percent text,
    printed_attainment_percent text,
    population text,
    -- the kinds of units that the words of the population mean; null: those of the indicator's own population
    population_kinds text[],
    parts integer[],
    note text,
    origin text not null check (origin in ('PUBLISHED', 'REPORTED')),
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default recording_instant(),
    recorded_to timestamptz,
    primary key (id, recorded_from),
    check (recorded_to > recorded_from),
    check (total_is_quota or met <= total)
  );
  create unique index one_open_reported_tally on reported_tally (external_id, source) where recorded_to is null;
  create index reported_tally_by_unit on reported_tally (unit_id);

  -- Not stamp_origin: what was published stays published in a demonstration database too, and its instants are never
  -- the writer's to say.
  create function stamp_reported() returns trigger language plpgsql as $$
  begin
    new.recorded_from := recording_instant();
    new.recorded_to := null;
    return new;
  end $$;
  create function keep_reported() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.recorded_to is not null
       or to_jsonb(new) - 'recorded_to' <> to_jsonb(old) - 'recorded_to' then
      raise exception 'A reported tally is never changed, only closed.' using errcode = 'TC003';
    end if;
    new.recorded_to := recording_instant();
    return new;
  end $$;
  create trigger reported_tally_instant before insert on reported_tally
    for each row execute function stamp_reported();
  create trigger reported_tally_append_only before update or delete on reported_tally
    for each row execute function keep_reported();
  create trigger reported_tally_no_truncate before truncate on reported_tally
    for each statement execute function refuse_change();`;

const STATEMENTS = `
  -- a level closes its books: what it counted, signed on a paper; each step of a statement is a row
  create table tally_statement (
    id uuid not null default gen_random_uuid(),
    version integer not null check (version > 0),
    unit_id text not null,
    indicator_id text not null,
    year integer not null,
    population_id text not null,
    -- whose units are grouped under the unit
    map date not null,
    state text not null check (state in ('DRAFT', 'SIGNED', 'RECEIVED', 'RETURNED')),
    total integer not null check (total > 0),
    met integer not null check (met >= 0),
    not_met integer not null check (not_met >= 0),
    unknown integer not null check (unknown >= 0),
    self_assessed_met integer not null check (self_assessed_met >= 0),
    -- the units that were decided, { unit: verdict }, and a hash of the rows that say so
    results jsonb not null check (jsonb_typeof(results) = 'object'),
    content_hash text not null,
    known_at timestamptz not null,
    document_id uuid,
    signer text,
    drafted_by text not null,
    drafted_at timestamptz not null,
    signed_by text,
    signed_at timestamptz,
    received_by text,
    received_at timestamptz,
    returned_by text,
    returned_at timestamptz,
    reason text,
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default recording_instant(),
    recorded_to timestamptz,
    primary key (id, version),
    foreign key (indicator_id, year) references assessment_year,
    check (recorded_to > recorded_from),
    check (met + not_met + unknown = total),
    check (state = 'DRAFT' or (document_id is not null and signer is not null and signed_at is not null))
  );
  create unique index one_open_tally_statement on tally_statement (id) where recorded_to is null;
  -- the books of one series are with one level at a time
  create unique index one_statement_under_way on tally_statement (unit_id, indicator_id, year)
    where recorded_to is null and state in ('DRAFT', 'SIGNED');
  create index tally_statement_by_unit on tally_statement (unit_id, indicator_id, year);
  create trigger tally_statement_origin before insert on tally_statement
    for each row execute function stamp_origin();
  create trigger tally_statement_append_only before update or delete on tally_statement
    for each row execute function keep_recorded();
  create trigger tally_statement_no_truncate before truncate on tally_statement
    for each statement execute function refuse_change();`;

/** What others printed or sent up, kept beside what is counted; and what a level signed of its own counts. */
export class ReportedTallies1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([INDICATORS, TALLIES, STATEMENTS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
