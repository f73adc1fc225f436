import { EVIDENCE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCORECARDS = `
  alter table pilot_ward
    -- counts the revisions of one ward from 1: what a writer has read
    add column version integer not null default 1 check (version > 0),
    -- the year that it is scored for; the criteria set follows it
    add column year integer,
    -- what the ward and the appraisal say of each criterion: [{ number, verdict, explanation, evidence }]
    add column self_items jsonb not null default '[]' check (jsonb_typeof(self_items) = 'array'),
    add column appraised_items jsonb not null default '[]' check (jsonb_typeof(appraised_items) = 'array'),
    -- what a paper prints as its total, kept as printed also where its criteria add up to another number
    add column self_printed_met integer check (self_printed_met >= 0),
    add column appraised_printed_met integer check (appraised_printed_met >= 0),
    add column self_scored_on date,
    add column self_scored_by text,
    -- who is answerable where somebody else entered it
    add column entered_for text,
    add column appraised_on date,
    add column appraised_by text,
    add column proposed_on date,
    -- who issued the decision: that of the recognition, or of the revocation
    add column issuer text,
    -- why it was returned, withdrawn or revoked
    add column reason text,
    -- recognitions before the one in force: [{ year, decisionNumber, decidedOn, issuer }]
    add column earlier_recognitions jsonb not null default '[]' check (jsonb_typeof(earlier_recognitions) = 'array');
  -- before there were steps, the demonstration alone recorded: all for 2023, in the order of their instants
  alter table pilot_ward disable trigger user;
  update pilot_ward w set version = numbered.version, year = coalesce(w.recognised_for_year, 2023)
  from (select id, row_number() over (partition by ward_id order by recorded_from) as version from pilot_ward) as numbered
  where numbered.id = w.id;
  alter table pilot_ward enable trigger user;
  create index pilot_ward_by_ward on pilot_ward (ward_id, recorded_from);
  -- files and links that a criterion rests on
  create table ward_evidence (
    pilot_ward_id bigint not null references pilot_ward,
    criterion_number integer not null,
    place integer not null,
    sha256 text references evidence,
    url text,
    note text,
    primary key (pilot_ward_id, criterion_number, place),
    check (num_nonnulls(sha256, url) = 1)
  );
  create trigger ward_evidence_stays before update or delete on ward_evidence
    for each row execute function refuse_change();
  create trigger ward_evidence_no_truncate before truncate on ward_evidence
    for each statement execute function refuse_change();`;

/** Scores criterion by criterion, with evidence, and who took which step of a ward's life. */
export class Scorecards1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([EVIDENCE_SQL, SCORECARDS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
