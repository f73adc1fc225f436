import { csvOf, sendForm } from '../../support/assessment-load.mjs';
import { memoryOf } from '../../support/memory.mjs';
import { cpuMsOf } from '../../support/process-cpu.mjs';
import { issueToken } from '../../support/system-client.mjs';
import { standalone } from '../systems/ours.mjs';

/** Ten countries of communes are as many rows as one file of the officials' form may hold. */
const MOST_COPIES = 10;
/** The rows go in so many files, each timed: a spread from one country. */
const FILES = 3;
const CONTENTS = ['Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ', 'Đ'];

/**
 * What the communes of a country say of themselves for 2025, of ten countries at most.
 * @returns for each file its rows, time and processor time for a row in ms, and the highest memory above rest in MB
 */
export async function measureImports(bench) {
  const { rows } = await bench.database.client.query(
    `select code, name from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30'
       and (unit_id !~ '~' or split_part(unit_id, '~', 2)::int < ${MOST_COPIES})
     order by unit_id`,
  );
  const lines = rows.map(({ code, name }, place) => [
    code,
    name,
    ...CONTENTS,
    '',
    `${place}/BC`,
    '15/10/2025',
    'Công an tỉnh',
  ]);
  const running = await standalone.start(bench);
  try {
    const officer = await issueToken(bench.database.dataDir, 'COMMUNE_OFFICER');
    const size = Math.ceil(lines.length / FILES);
    const files = [];
    for (let from = 0; from < lines.length; from += size) {
      files.push(await measureFile(running, bench.database, officer, lines.slice(from, from + size)));
    }
    return files;
  } finally {
    await running.stop();
  }
}

async function measureFile(running, database, officer, lines) {
  const [pid] = running.pids;
  const { origin } = new URL(running.requestOf({ name: 'quota-check', wording: 0, variables: {} }).url);
  const cpu = () => cpuMsOf(pid) + cpuMsOf(database.pid);
  const rest = memoryOf(pid).nodePss;
  const before = cpu();
  const began = performance.now();
  let peak = rest;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid).nodePss);
  }, 200);
  try {
    await sendForm(origin, officer, csvOf(lines), { step: 'SUBMIT', dryRun: 'false' }, 'APPLIED', lines.length);
  } finally {
    clearInterval(timer);
  }
  const ms = performance.now() - began;
  return {
    rows: lines.length,
    msPerRow: ms / lines.length,
    cpuMsPerRow: (cpu() - before) / lines.length,
    aboveMb: peak - rest,
  };
}
