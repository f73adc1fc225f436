import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOBS = `
  -- a file that was sent for many units: what it was to do, how far it is, what became of it
  create table import_job (
    id uuid primary key,
    kind text not null,
    -- what it was sent for: { step, indicator, year }
    parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
    file_name text not null,
    -- SHA-256 of the file
    content_hash text not null,
    -- DONE and its rows are written in one transaction; a job that ended without a word stays RUNNING, and its lock is free
    state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'REFUSED', 'FAILED')),
    rows_total integer not null check (rows_total >= 0),
    rows_done integer not null default 0 check (rows_done >= 0),
    report jsonb,
    started_by text not null default current_setting('app.actor'),
    started_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    check ((state = 'RUNNING') = (ended_at is null))
  );
  create index import_job_by_time on import_job (started_at desc, id);
  create index import_job_done on import_job (kind, ended_at desc) where state = 'DONE';
  create trigger import_job_no_truncate before truncate on import_job for each statement execute function refuse_change();`;

/** Files that are imported for many units, as jobs that can be looked at. */
export class ImportJobs1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOBS);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
