/**
 * Files by the hash of their content. A file is written once; who sent it is kept with it.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const EVIDENCE_SQL = `
  create table evidence (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    byte_length integer not null check (byte_length between 1 and 10000000),
    content bytea not null,
    origin text not null default 'RECORDED',
    recorded_by text not null default current_setting('app.actor'),
    recorded_from timestamptz not null default clock_timestamp(),
    recorded_to timestamptz,
    check (octet_length(content) = byte_length)
  );
  -- a file is compressed already
  alter table evidence alter column content set storage external;
  create trigger evidence_origin before insert on evidence for each row execute function stamp_origin();
  create trigger evidence_append_only before update or delete on evidence
    for each row execute function refuse_change();
  create trigger evidence_no_truncate before truncate on evidence for each statement execute function refuse_change();`;
