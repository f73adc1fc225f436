import { INSTALLATION_SQL, REGISTER_SQL, registerGrants } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUOTAS = `
  create table quota_rule (
    id text primary key,
    title_vi text not null,
    title_en text not null,
    source text not null,
    source_date date not null,
    words text not null,
    reading text not null,
    status text not null check (status in ('SOURCED', 'UNVERIFIED', 'INFERENCE')),
    deadline date not null,
    -- the map that the rule was set on: its units are codes of that day, never kinds
    map date not null,
    counts text not null check (counts in ('REGISTERED', 'RECOGNISED')),
    position integer not null
  );
  create table quota_rule_unit (
    rule_id text not null references quota_rule on delete cascade,
    level text not null check (level in ('PROVINCE', 'DISTRICT')),
    code text not null,
    required integer not null check (required >= 0),
    position integer not null,
    primary key (rule_id, level, code)
  );`;

const PILOT_WARDS = `
  -- append-only and bitemporal: a new state closes the open row and adds one
  create table pilot_ward (
    id bigint generated always as identity primary key,
    ward_id text not null,
    state text not null check (state in ('REGISTERED', 'UNDER_WAY', 'SELF_SCORED', 'APPRAISED', 'PROPOSED', 'RECOGNISED',
      'RE_RECOGNISED', 'REVOKED', 'WITHDRAWN')),
    registered_on date not null,
    criteria_asked integer not null,
    self_met integer,
    appraised_met integer,
    recognised_for_year integer,
    decision_number text,
    decided_on date,
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default clock_timestamp(),
    recorded_to timestamptz,
    check (recorded_to > recorded_from),
    check (self_met between 0 and criteria_asked and appraised_met between 0 and criteria_asked),
    check (state not in ('RECOGNISED', 'RE_RECOGNISED') or (recognised_for_year is not null and decision_number is not null))
  );
  create unique index one_open_pilot_ward on pilot_ward (ward_id) where recorded_to is null;
  create trigger pilot_ward_origin before insert on pilot_ward for each row execute function stamp_origin();
  create trigger pilot_ward_append_only before update or delete on pilot_ward
    for each row execute function keep_recorded();
  create trigger pilot_ward_no_truncate before truncate on pilot_ward
    for each statement execute function refuse_change();`;

const ACCESS = `
  grant select on all tables in schema model_ward to model_ward_app;
  grant insert, update (recorded_to) on pilot_ward to model_ward_app;
  ${registerGrants('model_ward_app')}`;

/** Quota rules as data, and the pilot wards that are counted against them. */
export class PilotWardsAndQuotas1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([INSTALLATION_SQL, REGISTER_SQL, QUOTAS, PILOT_WARDS, ACCESS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
