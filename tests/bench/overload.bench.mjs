// twice as many requests as can be answered: what is sent away, how long the others wait, and when it is over
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { printTable } from './support/table.mjs';

const SERVICES = [process.execPath, 'services/standalone/bin/start-services.mjs'];
/** As many as keep two cores busy; more only wait for one another. */
const CLIENTS = 8;
const TIMES = 2;
/** The line. */
const RECOVERED_WITHIN_MS = 5_000;
/** Who was let in waits no longer: three seconds in the queue, and for an answer on a busy machine. */
const MOST_P99_MS = 8_000;
/** More wordings than wait at once: equal questions in flight would share an answer. */
const WORDINGS = 256;
const operation = (
  wording,
) => `query Overview${wording}($year: Int!) @asOf(map: "2025-06-30") { country { name provinces { code name
  attainment(indicator: "ntm-2021-2025/19.2", year: $year) { met total verdict } } } }`;

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: {
      json: { type: 'string' },
      seconds: { type: 'string', default: '15' },
      gates: { type: 'string', default: '4/16,8/32,16/64,32/128' },
    },
  });
  const gates = values.gates.split(',').map((gate) => gate.split('/').map(Number));
  const measured = [];
  await withFolder(async (folder) => {
    for (const [atWork, waiting] of gates) {
      process.stderr.write(`${atWork} at work, ${waiting} waiting\n`);
      measured.push({
        atWork,
        waiting,
        ...(await measure(join(folder, 'data'), atWork, waiting, values.seconds * 1_000)),
      });
    }
  });
  report(measured);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, measured }, null, 2)}\n`);
}

async function measure(dataDir, atWork, waiting, ms) {
  const environment = {
    METRICS_PORT: '',
    LOG_LEVEL: 'fatal',
    REQUESTS_AT_WORK: `${atWork}`,
    REQUESTS_WAITING: `${waiting}`,
    // what is given again passes no gate
    ANSWER_CACHE_MB: '0',
  };
  const system = await startStandalone(dataDir, SERVICES, environment);
  try {
    await inTurn(system.url, CLIENTS, 5_000);
    const usual = await inTurn(system.url, CLIENTS, ms / 2);
    const perSecond = (usual.length * 1_000) / (ms / 2);
    const crowd = await atRate(system.url, perSecond * TIMES, ms);
    const recoveredMs = await untilUsual(system.url, quantile(usual, 0.5));
    return { perSecond, usualMs: quantile(usual, 0.5), ...crowd, recoveredMs };
  } finally {
    await system.stop();
  }
}

/** So many clients, each asking again as soon as it was answered. @returns how long each answer took, in ms */
async function inTurn(url, clients, ms) {
  const over = Date.now() + ms;
  const taken = [];
  const client = async () => {
    while (Date.now() < over) taken.push((await ask(url)).ms);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return taken.sort((a, b) => a - b);
}

/** Asks at a steady rate, whether or not what was asked before is answered. */
async function atRate(url, perSecond, ms) {
  const asked = [];
  const began = performance.now();
  for (let sent = 0; performance.now() - began < ms; sent += 1) {
    const due = (sent * 1_000) / perSecond;
    const early = due - (performance.now() - began);
    if (early > 0) await sleep(early);
    asked.push(ask(url));
  }
  const answers = await Promise.all(asked);
  const of = (status) => answers.filter((answer) => answer.status === status);
  const admitted = of(200)
    .map((answer) => answer.ms)
    .sort((a, b) => a - b);
  const shed = of(503);
  return {
    asked: answers.length,
    admitted: admitted.length,
    p50Ms: quantile(admitted, 0.5),
    p99Ms: quantile(admitted, 0.99),
    shed: shed.length,
    shedP99Ms: quantile(
      shed.map((answer) => answer.ms).sort((a, b) => a - b),
      0.99,
    ),
    withoutRetryAfter: shed.filter((answer) => answer.retryAfter === undefined).length,
    lost: answers.length - admitted.length - shed.length,
  };
}

/** @returns how long after the crowd one request alone takes no longer than twice what it took among eight, in ms */
async function untilUsual(url, usualMs) {
  const began = performance.now();
  for (;;) {
    const { status, ms } = await ask(url);
    const since = performance.now() - began;
    if ((status === 200 && ms <= 2 * usualMs) || since > 60_000) return since;
    await sleep(20);
  }
}

const agent = new Agent({ keepAlive: true });
let asked = 0;

/** @returns the status, and `lost` for a connection that ended without an answer */
function ask(url) {
  const began = performance.now();
  asked += 1;
  const body = JSON.stringify({ query: operation(asked % WORDINGS), variables: { year: 2022 + (asked % 4) } });
  return new Promise((resolve) => {
    const answered = (status, retryAfter) => resolve({ status, retryAfter, ms: performance.now() - began });
    const sent = request(`${url}/graphql`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      // an answer with holes was admitted and not answered
      const isWhole = () => response.statusCode !== 200 || !text.includes('"errors"');
      response.once('end', () =>
        answered(isWhole() ? response.statusCode : 'partial', response.headers['retry-after']),
      );
    });
    sent.once('error', () => answered('lost'));
    sent.end(body);
  });
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

function report(measured) {
  printTable(
    [
      'at work/waiting',
      'capacity/s',
      'asked',
      'answered',
      'p50, ms',
      'p99, ms',
      'sent away',
      'p99, ms',
      'lost',
      'usual after, ms',
    ],
    measured.map((one) => [
      `${one.atWork}/${one.waiting}`,
      one.perSecond.toFixed(0),
      one.asked,
      one.admitted,
      ...[one.p50Ms, one.p99Ms].map((value) => value.toFixed(0)),
      one.shed,
      one.shedP99Ms.toFixed(0),
      one.lost,
      one.recoveredMs.toFixed(0),
    ]),
  );
  console.log(
    `Capacity is that of ${CLIENTS} clients that ask in turn; then ${TIMES} times as many are asked at a steady rate,`,
  );
  console.log('with the bench on the same machine. Lost: no answer, or one with holes.');
  const isBad = (one) =>
    one.lost > 0 ||
    one.withoutRetryAfter > 0 ||
    one.shed === 0 ||
    one.p99Ms > MOST_P99_MS ||
    one.recoveredMs > RECOVERED_WITHIN_MS;
  const bad = measured.filter(isBad).map((one) => `${one.atWork}/${one.waiting}`);
  console.log(bad.length === 0 ? 'all hold' : `do not hold: ${bad.join(', ')}`);
  if (bad.length > 0) process.exitCode = 1;
}
