// how long each hostile request holds the server up: event-loop delay in the server, and the slowest /healthz meanwhile
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { takeDelayMs } from './support/metrics.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { issueToken } from './support/system-client.mjs';
import { median, printTable } from './support/table.mjs';
import { importFixture } from './support/typed-module.mjs';

/** The issue's line, on two cores. */
const MOST_MS = 100;
const POLL_MS = 5;

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
  });
  const { HOSTILE_REQUESTS } = await importFixture('tests/hostile/documents/hostile-requests.fixture.ts');
  const requests = HOSTILE_REQUESTS.filter(({ title }) => title.includes(values.only ?? ''));
  const measured = await withFolder((folder) => measure(join(folder, 'data'), requests, Number(values.rounds)));
  report(measured);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, measured }, null, 2)}\n`);
}

async function measure(dataDir, requests, rounds) {
  const system = await startStandalone(dataDir);
  const token = await issueToken(dataDir, 'COMMUNE_OFFICER');
  try {
    // what a process does once – compiling, first connections – is not what a request costs
    for (const one of requests.slice(0, 5)) await send(system.url, one.sent, token);
    const measured = requests.map(({ title }) => ({ title, delays: [], health: [], idle: [] }));
    for (let round = 1; round <= rounds; round += 1) {
      process.stderr.write(`round ${round} of ${rounds}\n`);
      for (const [index, { sent }] of requests.entries()) {
        const { delayMs, healthMs, idleMs } = await measureOne(system, vary(sent, round), token);
        measured[index].delays.push(delayMs);
        measured[index].health.push(healthMs);
        measured[index].idle.push(idleMs);
      }
    }
    return measured;
  } finally {
    await system.stop();
  }
}

/** A document that was seen before is remembered: each round sends another one that says the same. */
function vary(sent, round) {
  if (typeof sent.body !== 'string' || !sent.body.startsWith('{"query":"')) return sent;
  return { ...sent, body: sent.body.replace('{"query":"', `{"query":"#${round}\\n`) };
}

/** @returns in ms: the longest delay while it was answered, the slowest /healthz, and the longest delay before it */
async function measureOne({ url, metricsUrl }, sent, token) {
  await takeDelayMs(metricsUrl);
  await sleep(100);
  const idleMs = await takeDelayMs(metricsUrl);
  const polling = pollHealth(url);
  await send(url, sent, token);
  const healthMs = await polling.end();
  return { delayMs: await takeDelayMs(metricsUrl), healthMs, idleMs };
}

/** Asks /healthz again and again over a connection of its own. */
function pollHealth(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let slowest = 0;
  let isOver = false;
  const poll = async () => {
    do {
      const began = performance.now();
      await exchange(`${url}/healthz`, { agent });
      slowest = Math.max(slowest, performance.now() - began);
      await sleep(POLL_MS);
    } while (!isOver);
  };
  const polling = poll();
  return {
    async end() {
      isOver = true;
      await polling;
      agent.destroy();
      return slowest;
    },
  };
}

function send(url, { method = 'POST', path = '/graphql', headers = {}, body = '' }, token) {
  return exchange(`${url}${path}`, {
    method,
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
}

function exchange(url, { body = '', ...options }) {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
      response.once('error', reject);
    });
    // a refused body is not read to its end
    sent.once('error', (error) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    sent.end(body);
  });
}

function report(measured) {
  const rows = measured.map(({ title, delays, health, idle }) => {
    const isOver = Math.min(...delays) > MOST_MS || Math.min(...health) > MOST_MS;
    return {
      isOver,
      cells: [title, ...print(delays), ...print(health), ...print(idle).slice(1), isOver ? 'OVER' : ''],
    };
  });
  printTable(
    ['', 'delay', 'most', '/healthz', 'most', 'delay before, most', ''],
    rows.map(({ cells }) => cells),
  );
  console.log(
    'In ms, medians of the rounds. A request is over when each of its rounds is: a busy machine delays one of',
  );
  console.log(`them, a request that blocks delays all. The line is ${MOST_MS} ms.`);
  const over = rows.filter(({ isOver }) => isOver).length;
  console.log(over === 0 ? `none of ${rows.length} is over` : `${over} of ${rows.length} are over`);
  if (over > 0) process.exitCode = 1;
}

const print = (values) => [median(values).toFixed(0), Math.max(...values).toFixed(0)];
