// the country with 10 and 100 times its communes: what the overview, a page, memory and an import cost then
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openGrownDatabase } from './compare/growth/grown-database.mjs';
import { measureImports } from './compare/growth/growth-import.mjs';
import { printGrowth } from './compare/growth/growth-report.mjs';
import { measureScale } from './compare/growth/measure-growth.mjs';
import { withFolder } from './support/standalone-process.mjs';

const OPTIONS = {
  rounds: { type: 'string', default: '3' },
  scales: { type: 'string', default: '1,10,100' },
  json: { type: 'string' },
  seconds: { type: 'string', default: '3' },
  warm: { type: 'string', default: '300' },
  connections: { type: 'string', default: '4' },
  node: { type: 'string', default: process.execPath },
  folder: { type: 'string' },
};

export async function run(options) {
  const { values } = parseArgs({ args: options, options: OPTIONS });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const within = values.folder === undefined ? withFolder : (work) => work(values.folder);
  const measured = await within((folder) => measure(folder, values));
  printGrowth(measured);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: values.node, ...measured }, null, 2)}\n`);
}

/** Imports first: each commune is submitted once. Then the scales take turns, so that a busy minute falls on all. */
async function measure(folder, values) {
  const scales = values.scales.split(',').map(Number);
  const terms = {
    seconds: Number(values.seconds),
    warmRequests: Number(values.warm),
    connections: Number(values.connections),
  };
  const imports = {};
  for (const scale of scales) {
    process.stderr.write(`${scale} ×: the country and its import\n`);
    imports[scale] = await importOnce(folder, scale, values.node);
  }
  const rounds = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const measured = {};
    for (const scale of scales) {
      process.stderr.write(`round ${round} of ${values.rounds}: ${scale} ×\n`);
      measured[scale] = await withCountry(folder, scale, values.node, (bench) => measureScale(bench, terms));
    }
    rounds.push(measured);
  }
  return { scales, imports, rounds };
}

/** A folder that is kept keeps what its import took: the communes of a country are submitted once. */
async function importOnce(folder, scale, node) {
  const kept = join(folder, `times-${scale}`, 'import.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const measured = await withCountry(folder, scale, node, measureImports);
  writeFileSync(kept, JSON.stringify(measured));
  return measured;
}

async function withCountry(folder, scale, node, work) {
  const database = await openGrownDatabase(join(folder, `times-${scale}`), scale);
  try {
    return await work({ database, node });
  } finally {
    await database.stop();
  }
}
