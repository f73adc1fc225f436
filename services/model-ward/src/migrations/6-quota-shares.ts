import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
  alter table quota_rule
    alter column source_date drop not null,
    -- by what a ward is in time: its registration, the year it is recognised for, or the day of the decision
    add column counted_by text not null default 'REGISTRATION_DATE'
      check (counted_by in ('REGISTRATION_DATE', 'YEAR_RECOGNISED_FOR', 'DECISION_DATE')),
    -- how many years a recognition holds; null: until it is revoked
    add column validity_years integer check (validity_years > 0),
    -- the day on which a ward must still stand; null: the deadline
    add column counted_on date,
    -- what the sources leave out, so that the rule cannot be checked; null: it can
    add column not_known text;
  alter table quota_rule_unit
    -- of a number that the source prints: 30 percent of 249 wards
    add column share_percent text,
    add column share_of integer check (share_of > 0),
    add column share_words text,
    add check (num_nonnulls(share_percent, share_of, share_words) in (0, 3));`;

/** Quotas by share, and by what, until when and on which day wards count. */
export class QuotaShares1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
