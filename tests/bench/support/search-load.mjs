import { createRequire } from 'node:module';
import { timed } from './process-cpu.mjs';
import { sampleCodes, sampleNames } from './unit-sample.mjs';

const require = createRequire(import.meta.url);

const MAP = '2025-07-01';
const SAMPLE = 500;
/** So many of a kind run on end: CPU is counted in hundredths of a second, and a busy minute falls on all kinds. */
const BLOCK = 50;
const WARM_UP = 25;
const MATCHES = 10;

const SEARCH = `query Search($text: String!) @asOf(map: "${MAP}") {
  searchUnits(text: $text, first: ${MATCHES}) { kind matchedName matchedLine unit { id code fullName } }
}`;
const LOOKUP = `query Lookup($code: String!) @asOf(map: "${MAP}") { commune(code: $code) { id code fullName } }`;

/**
 * Searching by name against the lookup of one unit over the same way, and the search's SQL alone; in ms for one request.
 * @returns for each kind of work p50, p99 and CPU; `found`: the share of names that are among the first ten matches
 */
export async function measureSearch({ pid, graphql, database }) {
  const names = await sampleNames(database, SAMPLE);
  const codes = await sampleCodes(database, SAMPLE / 2, MAP);
  const kinds = {
    lookup: { items: codes, work: (code) => graphql.ask(LOOKUP, { code }) },
    exact: { items: names.filter(({ isMisspelt }) => !isMisspelt), work: (name) => search(graphql, name) },
    misspelt: { items: names.filter(({ isMisspelt }) => isMisspelt), work: (name) => search(graphql, name) },
    exactSql: { items: names.filter(({ isMisspelt }) => !isMisspelt), work: (name) => searchSql(database, name) },
    misspeltSql: { items: names.filter(({ isMisspelt }) => isMisspelt), work: (name) => searchSql(database, name) },
  };
  await database.query('set role geography_app');
  for (const { items, work } of Object.values(kinds)) for (const item of items.slice(0, WARM_UP)) await work(item);
  const runs = Object.values(kinds).map((kind) => ({ ...kind, times: [], found: 0, cpuMs: 0 }));
  for (let from = 0; from < SAMPLE / 2; from += BLOCK) for (const run of runs) await runBlock(pid, run, from);
  await database.query('reset role');
  return Object.fromEntries(Object.keys(kinds).map((name, place) => [name, summarise(runs[place])]));
}

async function runBlock(pid, run, from) {
  const { cpuMs } = await timed(pid, async () => {
    for (const item of run.items.slice(from, from + BLOCK)) {
      const began = performance.now();
      const found = await run.work(item);
      run.times.push(performance.now() - began);
      if (found === true) run.found += 1;
    }
  });
  run.cpuMs += cpuMs;
}

async function search(graphql, { text, fullName }) {
  const { searchUnits } = await graphql.ask(SEARCH, { text });
  return searchUnits.some(({ matchedName }) => matchedName === fullName);
}

async function searchSql(database, { text, fullName }) {
  const { SEARCH_UNITS } = require('../../../services/geography/dist/unit-search/unit-search.sql.js');
  const { readSearchText } = require('../../../services/geography/dist/unit-search/search-reading.js');
  const { readings, code } = readSearchText(text);
  const { rows } = await database.query(SEARCH_UNITS, [JSON.stringify(readings), code, null, MAP, MATCHES]);
  return rows.some(({ matchedName }) => matchedName === fullName);
}

function summarise({ times, found, cpuMs }) {
  const sorted = [...times].sort((a, b) => a - b);
  const quantile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {
    p50: quantile(0.5),
    p99: quantile(0.99),
    cpu: cpuMs / times.length,
    foundPercent: (100 * found) / times.length,
  };
}
