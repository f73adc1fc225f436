import { dataVersionSql } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that were given once are known to hold still. */
export class DataVersion1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dataVersionSql('geography'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
