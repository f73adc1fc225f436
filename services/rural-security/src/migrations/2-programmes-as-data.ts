import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROGRAMMES = `
  alter table programme
    add column valid_from date,
    add column valid_to date,
    add column note text,
    add column file_name text not null default '',
    -- an imported file stands before the shipped one of the same programme
    add column is_imported boolean not null default false;
  alter table indicator
    -- UNITS_MET is counted in units; CASES compares numbers of cases; POINTS is kept for its texts alone
    add column shape text not null default 'UNITS_MET' check (shape in ('UNITS_MET', 'CASES', 'POINTS')),
    add column source text,
    add column authorities jsonb not null default '[]',
    add column unit_groups jsonb not null default '[]';
  create table criteria_set (
    indicator_id text not null references indicator,
    version text not null,
    valid_from date,
    valid_to date,
    source text,
    status text not null check (status in ('SOURCED', 'UNVERIFIED', 'INFERENCE')),
    rule jsonb not null,
    primary key (indicator_id, version)
  );
  alter table criteria_item
    add column text_en text,
    add column rule jsonb not null default '{"kind": "STATED"}',
    add column evidence_policy text not null default 'OPTIONAL'
      check (evidence_policy in ('REQUIRED', 'OPTIONAL', 'REFERENCE_ONLY', 'NONE')),
    add column evidence_checklist text[] not null default '{}',
    add column points integer;
  -- the last day to submit without being late; null: the end of the window
  alter table assessment_year add column submit_by date;
  alter table target alter column percent drop not null;
  alter table target
    -- an interim target of one year, in percent or in units: plans are targets; null: the target of the due day
    add column year integer,
    add column units integer check (units >= 0),
    add check ((percent is null) <> (units is null)),
    add check (units is null or year is not null);
  -- files that were imported, in the order in which they were applied
  create table imported_programme (
    id bigint generated always as identity primary key,
    programme_id text not null,
    name text not null,
    content text not null,
    content_hash text not null,
    imported_by text not null default current_setting('app.actor'),
    imported_at timestamptz not null default clock_timestamp()
  );
  create trigger imported_programme_stays before update or delete on imported_programme
    for each row execute function refuse_change();
  grant select on criteria_set, imported_programme to rural_security_app, rural_security_counting;
  grant insert on imported_programme to rural_security_app;
  -- an import writes what a start writes
  grant insert, update, delete on programme, indicator, population, criteria_set, criteria_item, assessment_year, target
    to rural_security_app;`;

/** Criteria sets with their rules, interim targets, and programmes that are imported while the service runs. */
export class ProgrammesAsData1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROGRAMMES);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
