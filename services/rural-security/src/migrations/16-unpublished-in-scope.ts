import { UNITS_IN_SCOPE_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is not published of a unit is seen by those alone whose part of the country it lies in. */
export class UnpublishedInScope1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNITS_IN_SCOPE_SQL);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
