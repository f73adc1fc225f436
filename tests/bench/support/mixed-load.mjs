import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const CLIENTS = fileURLToPath(new URL('../../../clients', import.meta.url));
const INDICATOR = 'ntm-2021-2025/19.2';
const PROVINCES = ['01', '19', '31', '38', '48', '79', '92'];
const LEVELS = { isCountry: false, isProvince: true, isDistrict: false };
const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id } userErrors { code } } }`;

const days = (round) => ({ map: '2025-06-30', knownOn: round % 3 === 0 ? null : undefined });

/** Variables for each operation that a client sends, another province and year each time. */
function variablesOf(name, round, units) {
  const code = PROVINCES[round % PROVINCES.length];
  const year = 2022 + (round % 4);
  const within = units.get(code);
  return {
    'cli/operations/attainment': {
      ...{ code, year, indicator: INDICATOR, language: round % 2 ? 'VI' : 'EN', ...LEVELS, ...days(round) },
      ...{ withParts: round % 4 === 0, withExplanation: round % 2 === 0 },
    },
    'cli/operations/quota-check': { rule: round % 2 ? 'mps-2022-11' : 'mps-2023-12', ...days(round) },
    'exports/assessments': { within, indicator: INDICATOR, year, first: 50, ...days(round) },
    'exports/near-misses': { within, indicator: INDICATOR, year, first: 50, ...days(round) },
    'exports/regressions': { within, indicator: INDICATOR, year: 2025, first: 50, ...days(round) },
    'exports/attainment': { indicator: INDICATOR, year, ...days(round) },
    'exports/quota-check': { rule: 'mps-2023-12' },
  }[name];
}

/** Everything that clients do, in turn: each of their operations, writes, tables, and what is refused. */
export async function openMixedLoad(url, tokens) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = (body, role, headers = {}) =>
    exchange(`${url}/graphql`, {
      agent,
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...signedAs(tokens, role), ...headers },
    });
  const operations = readdirSync(CLIENTS, { recursive: true })
    .filter((path) => path.endsWith('.graphql') && !path.includes('node_modules'))
    .map((path) => ({ name: path.replace(/\.graphql$/, ''), query: readFileSync(`${CLIENTS}/${path}`, 'utf8') }));
  const units = await readUnits(ask);
  const run = Math.random().toString(36).slice(2);
  const kinds = [
    ...operations.map(({ name, query }) => [
      `query ${name}`,
      (round) => ask({ query, variables: variablesOf(name, round, units) }, 'VIEWER'),
      isWhole,
    ]),
    ['write', (round) => ask(write(`${run}-${round}`), 'RECOGNISER'), isWritten],
    ['write with a key, twice', (round) => writeTwice(ask, `${run}-k-${round}`), isWritten],
    ['export csv', (round) => download(url, agent, tokens, 'csv', units, round), isTable],
    ['export xlsx', (round) => download(url, agent, tokens, 'xlsx', units, round), isTable],
    ['refused: too complex', (round) => ask({ query: tooComplex(round) }, 'VIEWER'), isRefused],
    ['refused: nobody writes', (round) => ask(write(`${run}-n-${round}`)), isRefused],
    ['refused: another token', (round) => ask({ query: '{ country { name } }' }, null, forged(round)), isRefused],
    ['refused: no GraphQL', (round) => ask({ query: `{ ${round}` }, 'VIEWER'), isRefused],
    ['refused: variables', (round) => ask(wrongVariables(operations, round), 'VIEWER'), isRefused],
    [
      'refused: a day',
      (round) => ask({ query: `query @asOf(map: "2025-02-${30 + (round % 60)}") { country { name } }` }),
      isRefused,
    ],
  ];
  return { kinds, close: () => agent.destroy() };
}

/**
 * What is remembered up to a bound – documents, refusals – is filled first: a cache that fills is no leak.
 * @param bound the largest number of entries that something of ours remembers
 */
export async function fillWhatIsRemembered({ kinds }, bound) {
  const refused = kinds.filter(([name]) => name.startsWith('refused'));
  for (let round = 0; round < bound; round += refused.length)
    await Promise.all(refused.map(([, send]) => send(1_000_000 + round)));
}

/**
 * Sends all kinds in turn with so many clients until the time is over.
 * @returns how long each took in ms, and how many were not answered as they must be, with the first of those
 */
export async function applyLoad({ kinds }, { clients, ms, pauseMs, begin = 0 }) {
  const over = Date.now() + ms;
  const taken = [];
  const wrong = [];
  let next = begin;
  const client = async () => {
    while (Date.now() < over) {
      const turn = next;
      next += 1;
      const [name, send, isRight] = kinds[turn % kinds.length];
      const began = performance.now();
      const answer = await send(Math.floor(turn / kinds.length));
      taken.push(performance.now() - began);
      if (!isRight(answer)) wrong.push({ name, status: answer.status, text: answer.text.slice(0, 300) });
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { taken, wrong, next };
}

async function readUnits(ask) {
  const units = new Map();
  for (const code of PROVINCES) {
    const query = `query @asOf(map: "2025-06-30") { province(code: "${code}") { id } }`;
    units.set(code, JSON.parse((await ask({ query }, 'VIEWER')).text).data.province.id);
  }
  return units;
}

const signedAs = (tokens, role) => (role ? { authorization: `Bearer ${tokens.get(role)}` } : {});
const forged = (round) => ({ authorization: `Bearer ${round}.${round}.${round}` });
const write = (number) => ({
  query: RECORD,
  variables: { input: { number, issuedOn: '2026-01-15', issuer: 'Công an tỉnh', title: 'Biên bản' } },
});
const tooComplex = (round) =>
  `{ country { ${Array.from({ length: 501 }, (_, at) => `a${round}${at}: name`).join(' ')} } }`;

async function writeTwice(ask, number) {
  const headers = { 'idempotency-key': `mixed-${number}` };
  await ask(write(number), 'RECOGNISER', headers);
  return ask(write(number), 'RECOGNISER', headers);
}

function wrongVariables(operations, round) {
  const { query } = operations.find(({ name }) => name === 'exports/attainment');
  return { query, variables: { indicator: INDICATOR, year: `${round}` } };
}

function download(url, agent, tokens, format, units, round) {
  const parameters = new URLSearchParams({
    within: units.get(PROVINCES[round % PROVINCES.length]),
    indicator: INDICATOR,
    year: '2025',
    map: '2025-06-30',
  });
  return exchange(`${url}/export/assessments.${format}?${parameters}`, { agent, headers: signedAs(tokens, 'VIEWER') });
}

const isWhole = ({ status, text }) => status === 200 && !text.includes('"errors"');
const isWritten = ({ status, text }) => status === 200 && text.includes('"userErrors":[]');
const isTable = ({ status, text }) => status === 200 && text.length > 500;
const isRefused = ({ status }) => status >= 400 && status < 500;

function exchange(url, { body, ...options }) {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('latin1'),
        }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** A development token for each role of the installation in this folder. */
export async function issueTokens(dataDir) {
  const { issueDevelopmentTokens } = require('@tieuchi/gateway');
  return issueDevelopmentTokens(`${dataDir}/issuer`);
}
