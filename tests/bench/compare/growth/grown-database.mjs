import { readFileSync } from 'node:fs';
import { openBenchDatabase } from '../systems/bench-database.mjs';

const GROW = readFileSync(new URL('grow.sql', import.meta.url), 'utf8');

/**
 * Makes a database of the bench's own with so many times the communes; district tallies stand for the real ones alone.
 * @param {number} factor 1 to 100: codes of copies have two digits more
 */
export async function openGrownDatabase(folder, factor) {
  const database = await openBenchDatabase({ folder, settings: { max_wal_size: '4GB' } });
  const { rows } = await database.client.query("select from pg_namespace where nspname = 'bench_growth'");
  if (rows.length > 0) return database;
  await database.client.query(
    `begin; ${GROW.replaceAll('$FACTOR', String(factor))}; create schema bench_growth; commit`,
  );
  await database.client.query('vacuum analyze');
  return database;
}
