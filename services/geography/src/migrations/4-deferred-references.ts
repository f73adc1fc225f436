import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFERENCES = `
  do $$
  declare reference record;
  begin
    for reference in
      select c.conrelid::regclass as of_table, c.conname from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'unit'::regclass
    loop
      execute format('alter table %s alter constraint %I deferrable initially immediate', reference.of_table, reference.conname);
    end loop;
  end $$;`;

/**
 * A unit whose life ends is written anew while older links go on naming it: what refers to units is checked when a file
 * has been written whole.
 */
export class DeferredReferences1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERENCES);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
