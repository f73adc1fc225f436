// search by name, grouping on another map, and the import of the full conversion table, with memory
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASURES } from './support/geography-measures.mjs';
import { measureCommuneGrouping, measureProvinceGrouping } from './support/grouping-load.mjs';
import { hasTable, measureImport, TABLE } from './support/import-load.mjs';
import { measureSearch } from './support/search-load.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { openDatabase, openGraphql } from './support/system-client.mjs';
import { median, printTable } from './support/table.mjs';

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '3' } },
  });
  const rounds = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    process.stderr.write(`round ${round} of ${values.rounds}\n`);
    rounds.push(await measureRound());
  }
  report(rounds);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, rounds }, null, 2)}\n`);
}

/** A new system for each round: a table can be applied once. Within a round what is compared takes turns. */
function measureRound() {
  return withFolder(async (folder) => {
    const dataDir = join(folder, 'data');
    const started = await startStandalone(dataDir);
    const graphql = openGraphql(started.url);
    const forget = onSignal(async () => {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    try {
      const database = await openDatabase(dataDir);
      try {
        return await measureSystem({ ...started, dataDir, graphql, database });
      } finally {
        await database.end();
      }
    } finally {
      forget();
      graphql.close();
      await started.stop();
    }
  });
}

/** Leaves nothing behind when the bench is ended while it measures. @returns what takes the promise back */
function onSignal(cleanUp) {
  const end = () => void cleanUp().finally(() => process.exit(1));
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

async function measureSystem(system) {
  const search = await measureSearch(system);
  const provinces = await measureProvinceGrouping(system);
  if (!hasTable()) return { search, provinces };
  const imported = await measureImport(system);
  // below the provinces nothing is grouped before the table is imported
  const communes = await measureCommuneGrouping(system);
  return { search, provinces, import: imported, communes };
}

function report(rounds) {
  const measured = MEASURES.filter(({ path }) => rounds.every((round) => valueAt(round, path) != null));
  const rows = measured.map(({ path, title, unit, against }) => {
    const values = rounds.map((round) => valueAt(round, path));
    const first = [title, `${print(median(values))} ${unit}`, spreadOf(values)];
    if (!against) return [...first, '', '', ''];
    const [base, name] = against;
    // by round: what slowed one of the two slowed the other as well
    const ratios = rounds.map((round) => valueAt(round, path) / valueAt(round, base));
    return [...first, `${print(median(ratios))} ×`, spreadOf(ratios), name];
  });
  printTable(['', 'median', 'lowest–highest', 'ratio', 'lowest–highest', 'to'], rows);
  console.log('CPU is that of Node and PostgreSQL together, for one request. RSS counts a page of PostgreSQL’s shared');
  console.log('buffers once for each process that has touched it; PSS divides it among them.');
  if (!hasTable()) console.log(`The import and the communes were left out: there is no ${TABLE}`);
}

function valueAt(round, path) {
  return path.split('.').reduce((value, key) => value?.[key], round);
}

function spreadOf(values) {
  return `${print(Math.min(...values))}–${print(Math.max(...values))}`;
}

/** Three digits that count. */
function print(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
