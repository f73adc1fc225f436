import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrillReport, drill } from '@tieuchi/standalone';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let dataDir: string;
let report: DrillReport;

beforeAll(async () => {
  database = await openTestDatabase('demo');
  dataDir = mkdtempSync(join(tmpdir(), 'tieuchi-drill-'));
  report = await run();
}, 240_000);
afterAll(async () => {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = () =>
  drill({ sourceUrl: database.adminUrl, secrets: database.secrets, dataDir, binDir: process.env.TIEUCHI_PG_BIN });

describe('the drill', () => {
  it('restores each table with the same rows, and the same answers are given over them', () => {
    expect(report.differences).toEqual([]);
    expect(report.questions).toBe(8);
  });

  it('takes all three schemas, with rows in what matters', () => {
    const rows = new Map(report.tables.map((one) => [one.table, one.rows]));
    for (const table of [
      'geography.unit_version',
      'rural_security.assessment',
      'rural_security.security_tally',
      'rural_security.audit_entry',
      'model_ward.pilot_ward',
      'model_ward.migration',
    ]) {
      expect([table, rows.get(table)]).toEqual([table, expect.any(Number)]);
    }
    expect(rows.get('rural_security.assessment')).toBeGreaterThan(10_000);
  });

  it('goes by pg_dump where one is as new as the server, and row by row elsewhere', () => {
    expect(report.way).toMatch(/^(rows|pg_dump \d+)$/);
    if (process.env.TIEUCHI_PG_BIN && existsSync(join(process.env.TIEUCHI_PG_BIN, 'pg_dump'))) {
      expect(report.way).toMatch(/^pg_dump/);
    }
  });

  it('leaves neither a database nor a file behind', async () => {
    expect(readdirSync(dataDir).filter((name) => name.startsWith('tieuchi_drill'))).toEqual([]);
    const left = await database.query("select datname from pg_database where datname like 'tieuchi_drill%'");
    expect(left).toEqual([]);
  });

  it('begins nothing with passwords that are not those of the installation', async () => {
    const secrets = { ...database.secrets, passwordOf: () => 'another-password' };
    await expect(drill({ sourceUrl: database.adminUrl, secrets, dataDir })).rejects.toThrow(
      'geography_owner cannot connect with the password given here',
    );
  });
});
