// what access costs on the way of a reading: row-level security, tokens, the transaction that says who asks
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import reading from '@tieuchi/subgraph-kit/dist/database/reading.js';
import { cpuMsOf, timed } from './support/process-cpu.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { issueToken, openDatabase, openGraphql } from './support/system-client.mjs';
import { median, printTable } from './support/table.mjs';

const SCHEMAS = ['geography', 'rural_security', 'model_ward'];
const REQUESTS = { overview: 60, detail: 30 };
const OPERATIONS = {
  overview: `query @asOf(map: "2025-06-30") { country { name provinces { code name
    attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met total verdict ratePercent shortfall answer } } } }`,
  detail: `query @asOf(map: "2025-06-30") { province(code: "38") { communes(first: 180) { nodes { code name
    assessment(indicator: "ntm-2021-2025/19.2", year: 2025) { state verdict items { number verdict } } } } } }`,
};
const { Reading } = reading;
const SILENT_AFTER_MS = 10_000;
const TITLES = { overview: 'national overview', detail: 'province detail, 180 communes with contents' };

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  });
  const rounds = await withFolder((folder) => measure(join(folder, 'data'), Number(values.rounds)));
  report(rounds);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, rounds }, null, 2)}\n`);
}

/** One system; within a round what is compared takes turns, so that a slow moment slows all of it. */
async function measure(dataDir, times) {
  const { url, pid, stop } = await startStandalone(dataDir, undefined, { ANSWER_CACHE_MB: '0' });
  const database = await openDatabase(dataDir);
  const anonymous = openGraphql(url);
  const signedIn = openGraphql(url, await issueToken(dataDir, 'VIEWER'));
  const cost = (client, name) => cpuPerRequest(pid, client, name);
  try {
    for (const name of Object.keys(OPERATIONS)) await cost(anonymous, name);
    const rounds = [];
    for (let round = 1; round <= times; round += 1) {
      process.stderr.write(`round ${round} of ${times}\n`);
      const taken = {};
      for (const name of Object.keys(OPERATIONS)) {
        const secured = await cost(anonymous, name);
        const token = await cost(signedIn, name);
        await setRowSecurity(database, 'disable');
        const open = await cost(anonymous, name);
        await setRowSecurity(database, 'enable');
        taken[name] = { secured, token, open };
      }
      rounds.push({ ...taken, transaction: await transactionCost(pid, database) });
    }
    return rounds;
  } finally {
    anonymous.close();
    signedIn.close();
    await database.end();
    await stop();
  }
}

/** CPU-ms of Node and PostgreSQL together for one request. */
async function cpuPerRequest(pid, client, name) {
  const { cpuMs } = await timed(pid, async () => {
    for (let request = 0; request < REQUESTS[name]; request += 1) await client.ask(OPERATIONS[name]);
  });
  return cpuMs / REQUESTS[name];
}

/** As the superuser; the policies stay, and are not asked. */
async function setRowSecurity(database, what) {
  const { rows } = await database.query('select schemaname, tablename from pg_tables where schemaname = any($1)', [
    SCHEMAS,
  ]);
  for (const { schemaname, tablename } of rows)
    await database.query(`alter table ${schemaname}.${tablename} ${what} row level security`);
}

/** PostgreSQL's CPU-ms for a statement with the transaction around it that says who asks, and without. */
async function transactionCost(pid, database) {
  const STATEMENTS = 2_000;
  const take = async (ask) => {
    const before = cpuMsOf(pid);
    for (let count = 0; count < STATEMENTS; count += 1) await ask();
    return (cpuMsOf(pid) - before) / STATEMENTS;
  };
  const statement = { name: 'one', text: 'select 1' };
  const text = `select set_config('app.actor', 'a', true), set_config('app.role', 'VIEWER', true), set_config('app.scope', 'VN', true)`;
  return {
    bare: await take(() => database.query(statement)),
    told: await take(() => {
      const told = new Reading({ name: 'who', text }, statement, SILENT_AFTER_MS);
      database.query(told);
      return told.answer;
    }),
  };
}

function report(rounds) {
  const of = (pick) => rounds.map(pick);
  const rows = Object.keys(OPERATIONS).flatMap((name) => [
    [`${TITLES[name]}: as it is, without a token`, ...print(of((round) => round[name].secured)), '', ''],
    [
      '… without row-level security',
      ...print(of((round) => round[name].open)),
      ...ratio(of((round) => round[name].secured / round[name].open)),
    ],
    [
      '… with a token',
      ...print(of((round) => round[name].token)),
      ...ratio(of((round) => round[name].token / round[name].secured)),
    ],
  ]);
  const told = of(({ transaction }) => transaction.told);
  const bare = of(({ transaction }) => transaction.bare);
  printTable(
    ['', 'CPU-ms', 'lowest–highest', 'ratio', 'lowest–highest'],
    [
      ...rows,
      ['PostgreSQL: a statement alone', ...print(bare), '', ''],
      ['… with who asks, in one transaction', ...print(told), '', ''],
    ],
  );
  console.log(
    'CPU is that of Node and PostgreSQL together, for one request. The ratio of a line without row-level security',
  );
  console.log('is what stands above it divided by it; that of a line with a token is the other way round.');
}

const print = (values) => [
  median(values).toFixed(2),
  `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`,
];
const ratio = (values) => [
  `${median(values).toFixed(2)} ×`,
  `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`,
];
