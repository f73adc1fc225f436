import { RECORDING_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const INSTANTS = 'alter table pilot_ward alter column recorded_from set default recording_instant();';

/** What one transaction closes and begins shares an instant. */
export class RecordingInstant1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([RECORDING_SQL, INSTANTS].join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('Recorded rows are not taken back; restore a backup instead.');
  }
}
