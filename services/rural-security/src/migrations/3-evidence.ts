import { EVIDENCE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that results rest on lie in the service's own schema: one backup, one transaction. */
export class Evidence1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${EVIDENCE_SQL} grant select, insert on evidence to rural_security_app;`);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
