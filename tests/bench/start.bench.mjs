// how long the first and the second start take, and how much memory the running system holds
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { measureBareServer, measureInitdb } from './support/bare-costs.mjs';
import { memoryOf } from './support/memory.mjs';
import { ask, startStandalone, withFolder } from './support/standalone-process.mjs';
import { median, printTable, spread } from './support/table.mjs';

/** Long enough for idle database sessions to be closed (pg's pool: 10 s) and for the heap to come to rest. */
const IDLE_MS = 15_000;

const OVERVIEW = `query NationalOverview @asOf(map: "2025-06-30") {
  country {
    attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met total verdict }
    provinces {
      code
      attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met total verdict paceStatus }
      modelWardQuota(rule: "mps-2023-12") { required held shortfall fulfilled }
    }
  }
}`;

/** What is measured, in what unit, and to what aim; aims are for a machine with two cores. */
const MEASURES = {
  bareNodeMs: { title: 'bare node: http server answers', unit: 'ms' },
  initdbMs: { title: 'bare initdb', unit: 'ms' },
  firstStartMs: { title: 'first start to ready', unit: 'ms', aim: 15_000 },
  secondStartMs: { title: 'second start to ready', unit: 'ms', aim: 3_000 },
  secondStartNpmMs: { title: 'second start through npm', unit: 'ms', aim: 3_000 },
  firstIdleRss: { title: 'RSS after the first start', unit: 'MB' },
  firstIdlePss: { title: 'PSS after the first start', unit: 'MB', aim: 350 },
  firstNodePss: { title: '… of it Node', unit: 'MB' },
  firstPostgresPss: { title: '… of it PostgreSQL', unit: 'MB' },
  secondIdleRss: { title: 'RSS after the second start', unit: 'MB' },
  secondIdlePss: { title: 'PSS after the second start', unit: 'MB', aim: 350 },
  secondNodePss: { title: '… of it Node', unit: 'MB' },
  secondPostgresPss: { title: '… of it PostgreSQL', unit: 'MB' },
  bareNodePss: { title: 'PSS of bare node', unit: 'MB' },
};

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '3' }, idle: { type: 'string' } },
  });
  const idleMs = values.idle === undefined ? IDLE_MS : Number(values.idle);
  const rounds = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    process.stderr.write(`round ${round} of ${values.rounds}\n`);
    rounds.push(await measureRound(idleMs));
  }
  report(rounds);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, idleMs, rounds }, null, 2)}\n`);
}

/** Baselines and starts in turn in each round, so that a busy minute of the machine falls on both. */
function measureRound(idleMs) {
  return withFolder(async (folder) => {
    const bare = await measureBareServer();
    const initdbMs = await measureInitdb(join(folder, 'bare'));
    const dataDir = join(folder, 'data');
    const first = await measureStart(dataDir, { idleMs });
    const second = await measureStart(dataDir, { idleMs });
    const npm = await measureStart(dataDir, { idleMs: 0, command: ['npm', 'start'] });
    return {
      bareNodeMs: bare.ms,
      initdbMs,
      firstStartMs: first.ms,
      secondStartMs: second.ms,
      secondStartNpmMs: npm.ms,
      firstIdleRss: first.memory.rss,
      firstIdlePss: first.memory.pss,
      firstNodePss: first.memory.nodePss,
      firstPostgresPss: first.memory.postgresPss,
      secondIdleRss: second.memory.rss,
      secondIdlePss: second.memory.pss,
      secondNodePss: second.memory.nodePss,
      secondPostgresPss: second.memory.postgresPss,
      bareNodePss: bare.pss,
    };
  });
}

async function measureStart(dataDir, { idleMs, command }) {
  const started = await startStandalone(dataDir, command);
  try {
    const answer = await ask(started.url, OVERVIEW);
    if (answer.errors) throw new Error(`the overview failed: ${JSON.stringify(answer.errors[0])}`);
    await sleep(idleMs);
    return { ms: started.ms, memory: memoryOf(started.pid) };
  } finally {
    await started.stop();
  }
}

function report(rounds) {
  const base = {
    ms: median(rounds.map((round) => round.bareNodeMs)),
    MB: median(rounds.map((round) => round.bareNodePss)),
  };
  const rows = Object.entries(MEASURES).map(([key, { title, unit, aim }]) => {
    const values = rounds.map((round) => round[key]).filter((value) => value !== null);
    if (values.length === 0) return [title, 'not readable here', '', '', ''];
    const middle = median(values);
    const ratio = base[unit] ? `${(middle / base[unit]).toFixed(1)} ×` : '';
    return [title, `${Math.round(middle)} ${unit}`, spread(values), ratio, aim ? `${aim} ${unit}` : ''];
  });
  printTable(['', 'median', 'lowest–highest', 'bare node', 'aim'], rows);
  console.log(
    'RSS is summed over the processes: a page of PostgreSQL’s shared buffers, or of its program, counts once',
  );
  console.log(
    'for each process that has touched it. PSS divides such a page among them: the sum is what is really taken.',
  );
}
