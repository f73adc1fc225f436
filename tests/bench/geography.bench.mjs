// search by name, grouping on another map, and the import of the full conversion table, with memory
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommuneGrouping, measureProvinceGrouping } from './support/grouping-load.mjs';
import { hasTable, LINKS, measureImport, TABLE } from './support/import-load.mjs';
import { measureSearch } from './support/search-load.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { openDatabase, openGraphql } from './support/system-client.mjs';
import { median, printTable } from './support/table.mjs';

const ms = (path, title, against) => ({ path, title, unit: 'ms', against });
const rowsPerSecond = (path, title, against) => ({ path, title, unit: 'rows/s', against });
const megabytes = (path, title, against) => ({ path, title, unit: 'MB', against });

/** What is measured, where it lies in a round, and what it is a multiple of. */
const MEASURES = [
  ms('search.lookup.p50', 'one commune by code over HTTP: p50'),
  ms('search.lookup.p99', '… p99'),
  ms('search.lookup.cpu', '… CPU'),
  ms('search.exact.p50', 'search of a full name over HTTP: p50', 'search.lookup.p50'),
  ms('search.exact.p99', '… p99', 'search.lookup.p99'),
  ms('search.exact.cpu', '… CPU', 'search.lookup.cpu'),
  ms('search.exactSql.p50', '… its SQL alone: p50', 'search.exact.p50'),
  ms('search.exactSql.p99', '… p99', 'search.exact.p99'),
  { path: 'search.exact.foundPercent', title: '… found among ten matches', unit: '%' },
  ms('search.misspelt.p50', 'search of a misspelt name over HTTP: p50', 'search.lookup.p50'),
  ms('search.misspelt.p99', '… p99', 'search.lookup.p99'),
  ms('search.misspelt.cpu', '… CPU', 'search.lookup.cpu'),
  ms('search.misspeltSql.p50', '… its SQL alone: p50', 'search.misspelt.p50'),
  ms('search.misspeltSql.p99', '… p99', 'search.misspelt.p99'),
  { path: 'search.misspelt.foundPercent', title: '… found among ten matches', unit: '%' },
  ms('provinces.counting.ms', 'counts of country and 63 provinces, counting map'),
  ms('provinces.counting.cpu', '… CPU'),
  ms('provinces.grouped.ms', 'counts of country and 34 provinces, grouped', 'provinces.counting.ms'),
  ms('provinces.grouped.cpu', '… CPU', 'provinces.counting.cpu'),
  ms('communes.counting.ms', 'counts of 10,035 communes, counting map'),
  ms('communes.counting.cpu', '… CPU'),
  ms('communes.grouped.ms', 'counts of 3,321 communes, grouped', 'communes.counting.ms'),
  ms('communes.grouped.cpu', '… CPU', 'communes.counting.cpu'),
  ms('communes.counting.msPerThousand', '1,000 communes, counting map'),
  ms('communes.grouped.msPerThousand', '1,000 communes, grouped', 'communes.counting.msPerThousand'),
  rowsPerSecond('import.unloggedRows', 'bare COPY of the links, unlogged'),
  rowsPerSecond('import.loggedRows', 'bare COPY of the links, logged', 'import.unloggedRows'),
  rowsPerSecond('import.previewRows', 'import: dry run', 'import.loggedRows'),
  rowsPerSecond('import.appliedRows', 'import: applied', 'import.loggedRows'),
  rowsPerSecond('import.unchangedRows', 'import: the same again', 'import.loggedRows'),
  ms('import.loggedMs', 'bare COPY of the links, logged'),
  ms('import.preview.ms', 'import: dry run'),
  ms('import.applied.ms', 'import: applied'),
  ms('import.applied.cpu', '… CPU'),
  ms('import.unchanged.ms', 'import: the same again'),
  ms('import.followMs', 'until the services’ registers follow'),
  megabytes('import.restMb', 'RSS before the import'),
  megabytes('import.preview.peakMb', 'highest RSS: dry run', 'import.restMb'),
  megabytes('import.applied.peakMb', 'highest RSS: applied', 'import.restMb'),
  megabytes('import.unchanged.peakMb', 'highest RSS: the same again', 'import.restMb'),
];

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

/** A new system for each round: a table can be imported once. Within it what is compared takes turns. */
function measureRound() {
  return withFolder(async (folder) => {
    const dataDir = join(folder, 'data');
    const started = await startStandalone(dataDir);
    const graphql = openGraphql(started.url);
    try {
      const database = await openDatabase(dataDir);
      try {
        return await measureSystem({ ...started, dataDir, graphql, database });
      } finally {
        await database.end();
      }
    } finally {
      graphql.close();
      await started.stop();
    }
  });
}

async function measureSystem(system) {
  const round = { search: await measureSearch(system), provinces: await measureProvinceGrouping(system) };
  if (!hasTable()) return round;
  const imported = await measureImport(system);
  const communes = await measureCommuneGrouping(system);
  const perSecond = (milliseconds) => (1_000 * LINKS) / milliseconds;
  return {
    ...round,
    communes: {
      counting: { ...communes.counting, msPerThousand: communes.counting.ms / 10.035 },
      grouped: { ...communes.grouped, msPerThousand: communes.grouped.ms / 3.321 },
    },
    import: {
      ...imported,
      unloggedRows: perSecond(imported.unloggedMs),
      loggedRows: perSecond(imported.loggedMs),
      previewRows: perSecond(imported.preview.ms),
      appliedRows: perSecond(imported.applied.ms),
      unchangedRows: perSecond(imported.unchanged.ms),
    },
  };
}

function report(rounds) {
  const measured = MEASURES.filter(({ path }) => valueAt(rounds[0], path) !== undefined);
  const rows = measured.map(({ path, title, unit, against }) => {
    const values = rounds.map((round) => valueAt(round, path));
    // by round: what slowed one of the two slowed the other as well
    const ratios = against ? rounds.map((round) => valueAt(round, path) / valueAt(round, against)) : [];
    const base = MEASURES.find((measure) => measure.path === against)?.path ?? '';
    const shown = ratios.length > 0 ? [`${print(median(ratios))} ×`, spreadOf(ratios), base] : ['', '', ''];
    return [title, `${print(median(values))} ${unit}`, spreadOf(values), ...shown];
  });
  printTable(['', 'median', 'lowest–highest', 'ratio', 'lowest–highest', 'of'], rows);
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
