import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memoryOf } from './memory.mjs';
import { timed } from './process-cpu.mjs';
import { copyIn, issueToken } from './system-client.mjs';
import { median } from './table.mjs';

const BESIDE = fileURLToPath(new URL('../../../../shared/reference', import.meta.url));
/** The statistics office's table is not ours to ship. */
export const TABLE = join(process.env.TIEUCHI_REFERENCE ?? BESIDE, 'geography/nso-conversion-table-2025-07-01.csv');
export const hasTable = () => existsSync(TABLE);

const LINKS = 10_571;
const LOOK_EVERY_MS = 100;
const REPEATS = 3;

const COPIED_LINKS = `select concat_ws(E'\\t', predecessor_id, successor_id, coalesce(kind, '\\N'), effective_on,
    coalesce(decision, '\\N'), is_main) as line
  from succession_link join unit on unit.id = successor_id where level = 'COMMUNE' and effective_on = '2025-07-01'`;

/** The table as a preview, applied, and once more; the same links by COPY into bare tables; in ms, CPU-ms and MB. */
export async function measureImport({ pid, url, dataDir, database }) {
  const token = await issueToken(dataDir, 'MINISTRY');
  const send = (expected, dryRun = false) => withPeak(pid, () => sendTable(url, token, dryRun, expected));
  const rest = memoryOf(pid);
  const preview = await send('PREVIEWED', true);
  const applied = await send('APPLIED');
  const followMs = await followedMs(url);
  const lines = (await database.query(COPIED_LINKS)).rows.map(({ line }) => `${line}\n`);
  if (lines.length !== LINKS) throw new Error(`${lines.length} links lie in the database after the import`);
  const again = [];
  const logged = [];
  const unlogged = [];
  for (let time = 0; time < REPEATS; time += 1) {
    again.push(await send('UNCHANGED'));
    logged.push(await copyMs(database, '', lines.join('')));
    unlogged.push(await copyMs(database, 'unlogged', lines.join('')));
  }
  const unchanged = again.sort((a, b) => a.ms - b.ms)[Math.floor(REPEATS / 2)];
  const [loggedMs, unloggedMs] = [median(logged), median(unlogged)];
  const rates = {
    loggedRows: perSecond(loggedMs),
    unloggedRows: perSecond(unloggedMs),
    previewRows: perSecond(preview.ms),
    appliedRows: perSecond(applied.ms),
    unchangedRows: perSecond(unchanged.ms),
  };
  return { rest, preview, applied, followMs, unchanged, loggedMs, unloggedMs, ...rates };
}

function perSecond(ms) {
  return (1_000 * LINKS) / ms;
}

async function sendTable(url, token, dryRun, expected) {
  const response = await fetch(`${url}/imports?kind=conversion-table&dryRun=${dryRun}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
    body: readFileSync(TABLE),
  });
  const { status, report } = await response.json();
  if (status !== expected || report.counts.links !== LINKS)
    throw new Error(`the import ended ${status} with ${report?.counts?.links} links, not ${expected}`);
}

/** Time and CPU of `work`, and the most memory that the tree held meanwhile: the highest of samples. */
export async function withPeak(pid, work) {
  const looks = [];
  const look = () => looks.push(memoryOf(pid));
  const timer = setInterval(look, LOOK_EVERY_MS);
  try {
    const { ms, cpuMs } = await timed(pid, work);
    look();
    const highest = (key) => (looks[0][key] === null ? null : Math.max(...looks.map((one) => one[key])));
    return { ms, cpu: cpuMs, peak: { rss: highest('rss'), pss: highest('pss') } };
  } finally {
    clearInterval(timer);
  }
}

/** Until the services that keep a register have swapped theirs. They look for a newer edition every two seconds. */
async function followedMs(url) {
  const began = performance.now();
  for (;;) {
    const { services } = await (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })).json();
    const editions = Object.values(services).flatMap(({ versions }) => versions.register ?? []);
    if (editions.length > 1 && new Set(editions).size === 1) return performance.now() - began;
    await sleep(LOOK_EVERY_MS);
  }
}

async function copyMs(database, persistence, text) {
  await database.query(`create ${persistence} table public.copied_link (like geography.succession_link)`);
  const began = performance.now();
  await copyIn(database, 'public.copied_link', text);
  const ms = performance.now() - began;
  const { rows } = await database.query('select count(*)::int as copied from public.copied_link');
  await database.query('drop table public.copied_link');
  if (rows[0].copied !== LINKS) throw new Error(`COPY wrote ${rows[0].copied} rows`);
  return ms;
}
