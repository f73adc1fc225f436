import { Writable } from 'node:stream';
import { readSupergraph, readTrustedManifest } from '@tieuchi/schema';
import { createLogger, Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { type GatewayOptions, type RunningGateway, startGateway } from '../gateway';
import { accessInProcess } from '../subgraph-access/in-process';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';
import { composeTestGraph, counts, maps, rates } from '../test-graph.fixture';

const quiet = createLogger('test', 'silent');
let fetches = 0;
const counting = (access: SubgraphAccess): SubgraphAccess => ({
  ...access,
  run: (...asked) => {
    fetches += 1;
    return access.run(...asked);
  },
});
const TEST_GRAPH = {
  supergraphSdl: composeTestGraph([maps, counts, rates]),
  subgraphs: [maps, counts, rates].map((one) => counting(accessInProcess(one, quiet))),
};
const unreachable = (name: string): SubgraphAccess => ({
  name,
  run: () => Promise.reject(new Error('nobody is there')),
  readiness: async () => ({ ready: true, waitingFor: null, versions: {} }),
});
const OWN_GRAPH = {
  supergraphSdl: readSupergraph(),
  subgraphs: ['geography', 'rural-security', 'model-ward', 'attainment'].map(unreachable),
};

const gateways: RunningGateway[] = [];
afterAll(() => Promise.all(gateways.map((gateway) => gateway.stop())));

/** A gateway that has rehearsed, and what it said of that. */
async function startRehearsed(options: Pick<GatewayOptions, 'supergraphSdl' | 'subgraphs' | 'rehearsed'>) {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  const gateway = await startGateway({
    ...options,
    verifyToken: () => Promise.reject(new SpeakingError('UNAUTHENTICATED', 'The token is not valid here.')),
    anonymousRole: Role.PUBLIC,
    operations: 'off',
    forDevelopers: true,
    host: '127.0.0.1',
    port: 0,
    subgraphDeadlineMs: 1_000,
    logger: createLogger('test', 'warn', destination),
    metricsAddress: { host: '127.0.0.1', port: 0 },
  });
  gateways.push(gateway);
  await gateway.rehearsal;
  return { gateway, lines };
}

async function ask({ url }: RunningGateway, query: string, rest: object = {}): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, ...rest }) });
  expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
}

/** A sample by its name and labels as they are printed; 0 where it is not. */
async function read({ metricsUrl }: RunningGateway, sample: string): Promise<number> {
  const text = await (await fetch(`${metricsUrl}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `));
  return Number(line?.slice(sample.length) ?? 0);
}

const KNOWN = 'query Known($of: Int!, $map: Date!) @asOf(map: $map) { year(of: $of) country { id met rate } }';
const variables = { of: 7, map: '2025-06-30' };

describe('an operation that was rehearsed', () => {
  it.each([
    ['is not named', {}],
    ['is named', { operationName: 'Known' }],
  ])('has its plan when it is asked for the first time and %s', async (_how, rest) => {
    const { gateway } = await startRehearsed({ ...TEST_GRAPH, rehearsed: [{ file: 'known', document: KNOWN }] });
    await ask(gateway, KNOWN, { variables, ...rest });
    expect(await read(gateway, 'tieuchi_plans_total{remembered="yes"}')).toBe(1);
    expect(await read(gateway, 'tieuchi_plans_total{remembered="no"}')).toBe(0);
  });

  it('was asked of no service, and is counted as no operation', async () => {
    const before = fetches;
    const { gateway, lines } = await startRehearsed({ ...TEST_GRAPH, rehearsed: [{ file: 'known', document: KNOWN }] });
    expect(fetches).toBe(before);
    expect(lines).toEqual([]);
    expect(await read(gateway, 'tieuchi_operation_seconds_count{kind="query",outcome="failed"}')).toBe(0);
    expect(await read(gateway, 'tieuchi_plan_seconds_count')).toBe(0);
  });
});

describe('an operation of the manifest that the graph does not have any more', () => {
  it('is named in the log, and the gateway goes on with the others', async () => {
    const { gateway, lines } = await startRehearsed({
      ...TEST_GRAPH,
      rehearsed: [
        { file: 'exports/old', document: 'query Old { gone }' },
        { file: 'cli/broken', document: 'query {' },
        { file: 'known', document: KNOWN },
      ],
    });
    expect(lines.map(({ msg, operation, codes }) => [msg, operation, codes])).toEqual([
      ['a trusted operation cannot be planned', 'exports/old', ['GRAPHQL_VALIDATION_FAILED']],
      ['a trusted operation cannot be planned', 'cli/broken', ['GRAPHQL_PARSE_FAILED']],
    ]);
    await ask(gateway, KNOWN, { variables });
    expect(await read(gateway, 'tieuchi_plans_total{remembered="yes"}')).toBe(1);
  });
});

test('each operation of our own manifest has a plan over our own graph', async () => {
  const { lines } = await startRehearsed({ ...OWN_GRAPH, rehearsed: readTrustedManifest() });
  expect(lines).toEqual([]);
});
