import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units can be found by, folded. The extension pg_trgm lies in the schema public: provisioning creates it. */
export class UnitSearch1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- one row for each name that a unit has borne, with the names of what it lay in meanwhile
      create table unit_name (
        unit_id text not null references unit,
        level text not null,
        code text not null,
        kind text not null,
        name text not null,
        line text not null,
        folded text not null,
        within text not null,
        valid daterange not null
      );
      create index unit_name_by_folded on unit_name (folded);
      -- a bulk load would leave all rows in the index's pending list, and the planner would then scan the table
      create index unit_name_by_trigram on unit_name using gin (folded gin_trgm_ops) with (fastupdate = off);
      create index unit_name_by_code on unit_name (code);
      grant select, insert, delete on unit_name to geography_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
