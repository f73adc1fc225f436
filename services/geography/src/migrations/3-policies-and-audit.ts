import { auditSql, REFUSE_WRITE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rights and the audit are made with; each start makes them of the policy table. */
export class PoliciesAndAudit1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([auditSql('geography'), REFUSE_WRITE_SQL].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
