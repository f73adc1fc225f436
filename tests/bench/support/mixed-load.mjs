import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getOperationAST, Kind, parse } from 'graphql';

const require = createRequire(import.meta.url);
const CLIENTS = fileURLToPath(new URL('../../../clients', import.meta.url));
const INDICATOR = 'ntm-2021-2025/19.2';
const PROVINCES = ['01', '19', '31', '38', '48', '79', '92'];
const CODES = { district: '164', commune: '05488' };
const NO_ID = '00000000-0000-4000-8000-000000000000';
const RECORD = `mutation Record($input: DocumentInput!) {
  recordDocument(input: $input) { document { id } userErrors { code } } }`;

/** What the variables of clients' operations are called, and what is asked by them: another province and year each time. */
function valuesOf(query, round, units) {
  const province = PROVINCES[round % PROVINCES.length];
  // an operation for all levels asks about the province: see isProvince
  const level = ['province', ...Object.keys(CODES)].find((field) => query.includes(`${field}(code: $code)`));
  return {
    indicator: INDICATOR,
    code: CODES[level] ?? province,
    within: units.get(province),
    year: 2022 + (round % 4),
    rule: round % 2 ? 'mps-2022-11' : 'mps-2023-12',
    language: round % 2 ? 'VI' : 'EN',
    map: '2025-06-30',
    knownOn: null,
    first: 50,
    after: null,
    id: NO_ID,
    statement: NO_ID,
    mine: round % 2 === 0,
    isUrgent: round % 2 === 0,
    isCountry: false,
    isProvince: true,
    isDistrict: false,
    isCommune: false,
    withProvince: round % 2 === 0,
    withParts: round % 4 === 0,
    withExplanation: round % 2 === 0,
  };
}

/** @throws Error where a client asks by a variable that this bench has no value for */
function variablesOf({ name, query, variables }, round, units) {
  const values = valuesOf(query, round, units);
  const unknown = variables.find(({ isRequired, called }) => isRequired && !(called in values));
  if (unknown) throw new Error(`${name} asks by $${unknown.called}: give it a value in mixed-load.mjs`);
  return Object.fromEntries(variables.flatMap(({ called }) => (called in values ? [[called, values[called]]] : [])));
}

/** The operations of all clients that read; what they write is among the kinds by itself. */
function readOperations() {
  const files = readdirSync(CLIENTS, { recursive: true }).filter(
    (path) => path.endsWith('.graphql') && !path.includes('node_modules'),
  );
  return files.flatMap((path) => {
    const query = readFileSync(`${CLIENTS}/${path}`, 'utf8');
    const { operation, variableDefinitions } = getOperationAST(parse(query));
    const variables = variableDefinitions.map(({ variable, type, defaultValue }) => ({
      called: variable.name.value,
      isRequired: type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    }));
    return operation === 'query' ? [{ name: path.replace(/\.graphql$/, ''), query, variables }] : [];
  });
}

/** Operations about one job or statement: of these ids there is none, and that is said. */
const asksForOne = ({ variables }) => variables.some(({ called }) => called === 'id' || called === 'statement');

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
  const operations = readOperations();
  const units = await readUnits(ask);
  const run = Math.random().toString(36).slice(2);
  const kinds = [
    ...operations.map((operation) => [
      `query ${operation.name}`,
      (round) => ask({ query: operation.query, variables: variablesOf(operation, round, units) }, 'MINISTRY'),
      asksForOne(operation) ? isWholeOrMissing : isWhole,
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
const isWholeOrMissing = (answer) => isWhole(answer) || /"code":"[A-Z]+_NOT_FOUND"/.test(answer.text);
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
