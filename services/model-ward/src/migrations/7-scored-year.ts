import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `year` is the year of the scores; of the recognition it is `recognised_for_year`, and of those before their own. */
const SCORED_YEAR = `
  alter table pilot_ward disable trigger user;
  update pilot_ward w set year = scored.year
  from pilot_ward again
  cross join lateral (
    select s.year from pilot_ward s
    where s.ward_id = again.ward_id and s.state = 'RECOGNISED' and s.version < again.version
    order by s.version desc limit 1
  ) scored
  where again.id = w.id and w.state in ('RE_RECOGNISED', 'REVOKED') and w.year <> scored.year;
  alter table pilot_ward enable trigger user;`;

/** Recognising again wrote its own year over that of the scores, and so the criteria of another set over their numbers. */
export class ScoredYear1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCORED_YEAR);
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
