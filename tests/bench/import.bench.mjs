// assessments of all communes from CSV and XLSX against bare COPY, with memory
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureAssessments } from './support/assessment-load.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { openDatabase } from './support/system-client.mjs';
import { median, printTable } from './support/table.mjs';

const START = [process.execPath, 'services/standalone/bin/start.mjs', '--no-demo'];
const TITLES = {
  copy: 'submitted rows by COPY',
  copyIndexed: '– with indexes and checks',
  copyAppraised: 'appraised rows by COPY',
  copyAppraisedIndexed: '– with indexes and checks',
  preview: 'CSV, dry run',
  submitted: 'CSV, submitted',
  again: 'CSV, the same again',
  appraised: 'XLSX, appraised',
  long: 'CSV of 100,000 rows, refused',
};

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

/** A new system for each round: a commune is submitted once. */
function measureRound() {
  return withFolder(async (folder) => {
    const started = await startStandalone(folder, START);
    try {
      const database = await openDatabase(folder);
      try {
        return await measureAssessments({ ...started, dataDir: folder, database });
      } finally {
        await database.end();
      }
    } finally {
      await started.stop();
    }
  });
}

function report(rounds) {
  const of = (key) => median(rounds.map((round) => round[key] ?? Number.NaN));
  const rows = Object.entries(TITLES).map(([name, title]) => {
    const rates = rounds.map((round) => round[`${name}Rows`]);
    const copied = /appraised/i.test(name) ? 'copyAppraised' : 'copy';
    const ratioOf = (copy) => median(rounds.map((round) => round[`${name}Rows`] / round[`${copy}Rows`])).toPrecision(2);
    const memory = name.startsWith('copy') ? '' : `${Math.round(of(`${name}Memory`))} MB`;
    const range = `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`;
    const rate = `${Math.round(median(rates)).toLocaleString('en')} rows/s`;
    return [title, rate, range, ratioOf(copied), ratioOf(`${copied}Indexed`), memory];
  });
  printTable(
    [`${rounds[0].rows} communes`, 'median', 'lowest–highest', 'of COPY', 'of it with indexes', 'above rest'],
    rows,
  );
  console.log('COPY: the rows that the import wrote, as they stand, in one durable transaction, without any trigger.');
  console.log('Memory is PSS of Node and PostgreSQL together, the highest of samples (RSS where PSS cannot be read).');
}
