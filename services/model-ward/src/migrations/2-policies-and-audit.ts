import { auditSql, REFUSE_WRITE_SQL, WITHIN_SCOPE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rights and the audit are made with; each start makes them of the policy table. */
export class PoliciesAndAudit1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([auditSql('model_ward'), REFUSE_WRITE_SQL, WITHIN_SCOPE_SQL].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
