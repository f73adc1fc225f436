/**
 * Answers to writes that a client wanted to happen once, beside what they wrote.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const ANSWERED_REQUEST_SQL = `
  create table answered_request (
    actor text not null default current_setting('app.actor'),
    key text not null check (length(key) between 8 and 128),
    step integer not null,
    request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
    -- json keeps the answer as it was printed; jsonb would order its fields anew
    answer json not null,
    answered_at timestamptz not null default clock_timestamp(),
    primary key (actor, key, step)
  );
  create index answered_request_by_time on answered_request (answered_at);`;
