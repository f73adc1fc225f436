// answers that are kept, while twenty writes a second make them old: hits, times, and whether one was ever older
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readMetrics } from './support/metrics.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { issueToken, openDatabase, openGraphql } from './support/system-client.mjs';
import { printTable } from './support/table.mjs';

const START = [process.execPath, 'services/standalone/bin/start.mjs', '--no-demo'];
const DAY = '2025-06-30';
const INDICATOR = 'ntm-2021-2025/19.2';
const SAVE = `mutation Save($input: EnterAssessmentInput!) {
  saveAssessment(input: $input) { assessment { version } userErrors { code message } } }`;
const OVERVIEW = `query @asOf(map: "${DAY}") { country {
  attainment(indicator: "${INDICATOR}", year: 2025) { met unknown unknownByReason { reason count } verdict }
  provinces { code name attainment(indicator: "${INDICATOR}", year: 2025) { met unknown total verdict } } } }`;

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      json: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      writes: { type: 'string', default: '20' },
      readers: { type: 'string', default: '8' },
    },
  });
  const seconds = Number(values.seconds);
  const phases = [];
  await withFolder(async (folder) => {
    const metricsPort = 20_000 + (process.pid % 20_000);
    const system = await startStandalone(folder, START, { METRICS_PORT: String(metricsPort) });
    const database = await openDatabase(folder);
    const stage = {
      ...system,
      metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
      officer: openGraphql(system.url, await issueToken(folder, 'COMMUNE_OFFICER')),
      codes: await findCommunes(database),
      readers: Number(values.readers),
    };
    try {
      for (const perSecond of [0, Number(values.writes)]) phases.push(await measure(stage, perSecond, seconds));
    } finally {
      stage.officer.close();
      await database.end();
      await system.stop();
    }
  });
  report(phases);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, phases }, null, 2)}\n`);
  if (phases.some(({ stale }) => stale > 0)) process.exitCode = 1;
}

async function findCommunes(database) {
  const { rows } = await database.query(
    `select code from rural_security.register_unit_version where kind = 'RURAL_COMMUNE' and valid @> $1::date`,
    [DAY],
  );
  return rows.map(({ code }) => code);
}

async function measure(stage, perSecond, seconds) {
  const until = performance.now() + 1_000 * seconds;
  const before = await readMetrics(stage.metricsUrl);
  const progress = { written: 0, acknowledged: stage.acknowledged ?? 0 };
  const taken = [];
  let stale = 0;
  const read = async () => {
    const reader = openGraphql(stage.url);
    while (performance.now() < until) {
      const least = progress.acknowledged;
      const began = performance.now();
      const { country } = await reader.ask(OVERVIEW);
      taken.push(performance.now() - began);
      if (draftsOf(country) < least) stale += 1;
    }
    reader.close();
  };
  await Promise.all([write(stage, perSecond, until, progress), ...Array.from({ length: stage.readers }, read)]);
  stage.acknowledged = progress.acknowledged;
  taken.sort((a, b) => a - b);
  const after = await readMetrics(stage.metricsUrl);
  const count = (found) => after.get(`tieuchi_cached_answers_total{found="${found}"}`) ?? 0;
  const countBefore = (found) => before.get(`tieuchi_cached_answers_total{found="${found}"}`) ?? 0;
  const [hits, misses] = [count('yes') - countBefore('yes'), count('no') - countBefore('no')];
  return {
    perSecond: progress.written / seconds,
    answers: taken.length / seconds,
    hitRate: hits / (hits + misses),
    p50Ms: taken[Math.floor(taken.length / 2)],
    p99Ms: taken[Math.floor(taken.length * 0.99)],
    stale,
  };
}

/** A commune's first draft each time, so that the country has one draft more. */
async function write({ officer, codes }, perSecond, until, progress) {
  if (perSecond === 0) return;
  for (let next = performance.now(); performance.now() < until; next += 1_000 / perSecond) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    const input = { unitCode: codes.pop(), indicator: INDICATOR, year: 2025, enteredFor: 'Công an xã' };
    const { saveAssessment } = await officer.ask(SAVE, { input });
    if (!saveAssessment.assessment) throw new Error(JSON.stringify(saveAssessment.userErrors));
    progress.written += 1;
    progress.acknowledged += 1;
  }
}

function draftsOf({ attainment }) {
  return attainment.unknownByReason.find(({ reason }) => reason === 'IN_DRAFT')?.count ?? 0;
}

function report(phases) {
  printTable(
    ['writes/s', 'answers/s', 'given again', 'p50', 'p99', 'older than acknowledged'],
    phases.map(({ perSecond, answers, hitRate, p50Ms, p99Ms, stale }) => [
      perSecond.toFixed(1),
      Math.round(answers),
      `${(100 * hitRate).toFixed(1)} %`,
      `${p50Ms.toFixed(1)} ms`,
      `${p99Ms.toFixed(1)} ms`,
      stale,
    ]),
  );
}
