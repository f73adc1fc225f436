import { auditSql, REFUSE_WRITE_SQL, WITHIN_SCOPE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// whoever may execute them could hang them on a table of the own, and count what nobody assessed
const COUNTING = 'revoke execute on function count_added(), count_closed() from public;';

/** What rights and the audit are made with; each start makes them of the policy table. */
export class PoliciesAndAudit1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([auditSql('rural_security'), REFUSE_WRITE_SQL, WITHIN_SCOPE_SQL, COUNTING].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
