import type { MigrationInterface, QueryRunner } from 'typeorm';

const DOCUMENTS = `
  -- papers that results, recognitions and rules rest on; a paper is entered once and corrected by a new version
  create table document (
    id uuid not null default gen_random_uuid(),
    number text not null,
    issued_on date not null,
    issuer text not null,
    signer text,
    title text not null,
    abstract text,
    sha256 text references evidence,
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default clock_timestamp(),
    recorded_to timestamptz,
    primary key (id, recorded_from)
  );
  create unique index one_open_document on document (id) where recorded_to is null;
  create index document_number on document (number) where recorded_to is null;
  create trigger document_origin before insert on document for each row execute function stamp_origin();
  create trigger document_append_only before update or delete on document
    for each row execute function keep_recorded();
  create trigger document_no_truncate before truncate on document for each statement execute function refuse_change();
  grant select on document to rural_security_app, rural_security_counting;
  grant insert, update (recorded_to) on document to rural_security_app;`;

const ASSESSMENT = `
  alter table assessment
    -- counts the revisions of one unit, indicator and year from 1: what a writer has read
    add column version integer not null default 1 check (version > 0),
    -- what the unit and the appraisal say of each content: [{ number, verdict, reason, measures, explanation }]
    add column self_items jsonb not null default '[]' check (jsonb_typeof(self_items) = 'array'),
    add column appraised_items jsonb not null default '[]' check (jsonb_typeof(appraised_items) = 'array'),
    -- who sent it, and who is answerable where somebody else entered it
    add column submitted_by text,
    add column entered_for text,
    add column appraised_by text,
    -- why it was returned or revoked
    add column reason text,
    -- the paper of the last step, or of the revocation
    add column decision_id uuid;
  -- rows of earlier versions are numbered in the order in which they were recorded
  alter table assessment disable trigger user;
  update assessment a set version = numbered.version
  from (select id, row_number() over (partition by unit_id, indicator_id, year order by recorded_from) as version
        from assessment) as numbered
  where numbered.id = a.id and numbered.version > 1;
  alter table assessment enable trigger user;
  create unique index one_assessment_version on assessment (unit_id, indicator_id, year, version);
  -- files, links and papers that a content rests on
  create table item_evidence (
    assessment_id bigint not null references assessment,
    item_number integer not null,
    place integer not null,
    sha256 text references evidence,
    url text,
    document_id uuid,
    note text,
    primary key (assessment_id, item_number, place),
    check (num_nonnulls(sha256, url, document_id) = 1)
  );
  create trigger item_evidence_stays before update or delete on item_evidence
    for each row execute function refuse_change();
  create trigger item_evidence_no_truncate before truncate on item_evidence
    for each statement execute function refuse_change();
  grant select, insert on item_evidence to rural_security_app;`;

/** An assessment's life: who said what of each content, with what evidence, and who confirmed it. */
export class AssessmentLife1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([DOCUMENTS, ASSESSMENT].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
