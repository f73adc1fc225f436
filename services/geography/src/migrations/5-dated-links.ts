import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit that gave a part to another may go into it later: one link for each day. */
export class DatedLinks1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table succession_link drop constraint succession_link_pkey;
      alter table succession_link add primary key (predecessor_id, successor_id, effective_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
