import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version says the life of its unit, so that a page of communes is one walk and not as many look-ups besides. It cannot
 * say another one: what refers to a unit refers to its life.
 */
export class UnitLives1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit add constraint unit_and_its_life unique (id, life);
      alter table unit_version add column life daterange;
      update unit_version v set life = u.life from unit u where u.id = v.unit_id;
      alter table unit_version alter column life set not null;
      alter table unit_version drop constraint unit_version_unit_id_fkey;
      alter table unit_version add constraint unit_version_unit_id_fkey foreign key (unit_id, life)
        references unit (id, life) deferrable initially immediate;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
