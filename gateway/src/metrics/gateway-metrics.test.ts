import { createLogger, Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { type RunningGateway, startGateway } from '../gateway';
import { accessInProcess } from '../subgraph-access/in-process';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';
import { composeTestGraph, counts, maps, rates } from '../test-graph.fixture';

const quiet = createLogger('test', 'silent');
const [mapsAccess, countsAccess, ratesAccess] = [maps, counts, rates].map((one) => accessInProcess(one, quiet));
let isSilent = false;
const fragileCounts: SubgraphAccess = {
  ...countsAccess!,
  run: (request, identity) =>
    isSilent ? Promise.reject(new Error('connect ECONNREFUSED')) : countsAccess!.run(request, identity),
};

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({
    supergraphSdl: composeTestGraph([maps, counts, rates]),
    subgraphs: [mapsAccess!, fragileCounts, ratesAccess!],
    verifyToken: () => Promise.reject(new SpeakingError('UNAUTHENTICATED', 'The token is not valid here.')),
    anonymousRole: Role.PUBLIC,
    operations: 'off',
    forDevelopers: true,
    host: '127.0.0.1',
    port: 0,
    subgraphDeadlineMs: 300,
    logger: quiet,
    metricsAddress: { host: '127.0.0.1', port: 0 },
  });
});
afterAll(() => gateway.stop());

async function ask(query: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.text();
}

/** Samples by their name and labels as they are printed. */
async function read(): Promise<Map<string, number>> {
  const text = await (await fetch(`${gateway.metricsUrl}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** By how much each sample has grown while `work` was done. */
async function growthOf(work: () => Promise<void>): Promise<(sample: string) => number> {
  const before = await read();
  await work();
  // a request's end is noted after its answer is out
  await new Promise((resolve) => setTimeout(resolve, 20));
  const after = await read();
  return (sample) => (after.get(sample) ?? 0) - (before.get(sample) ?? 0);
}

describe('the metrics of a gateway', () => {
  it('count an operation by its kind and outcome, and its request by address and status', async () => {
    const grown = await growthOf(() => ask('{ country { name } }'));
    expect(grown('tieuchi_operation_seconds_count{kind="query",outcome="answered"}')).toBe(1);
    expect(grown('tieuchi_operation_seconds_bucket{le="+Inf",kind="query",outcome="answered"}')).toBe(1);
    expect(grown('tieuchi_http_request_seconds_count{address="/graphql",status="200"}')).toBe(1);
    expect(grown('tieuchi_fetch_seconds_count{subgraph="maps",outcome="answered"}')).toBe(1);
  });

  it('tell a plan that was made from one that was remembered', async () => {
    const grown = await growthOf(async () => {
      await ask('{ country { id met } }');
      await ask('{ country { id met } }');
      await ask('{ country { id met } }');
    });
    expect(grown('tieuchi_plans_total{remembered="no"}')).toBe(1);
    expect(grown('tieuchi_plans_total{remembered="yes"}')).toBe(2);
    expect(grown('tieuchi_plan_seconds_count')).toBe(1);
    expect(grown('tieuchi_plan_seconds_sum')).toBeGreaterThan(0);
  });

  it('count a fetch that failed, and the answer as partial with its code', async () => {
    isSilent = true;
    const grown = await growthOf(() => ask('{ country { name met } }')).finally(() => {
      isSilent = false;
    });
    expect(grown('tieuchi_fetch_seconds_count{subgraph="counts",outcome="failed"}')).toBe(1);
    expect(grown('tieuchi_fetch_seconds_count{subgraph="maps",outcome="answered"}')).toBe(1);
    expect(grown('tieuchi_operation_seconds_count{kind="query",outcome="partial"}')).toBe(1);
    expect(grown('tieuchi_answer_errors_total{code="SUBGRAPH_UNAVAILABLE"}')).toBe(1);
  });

  it('count a fetch that answers with errors as answered', async () => {
    const grown = await growthOf(() => ask('{ country { missing } }'));
    expect(grown('tieuchi_fetch_seconds_count{subgraph="counts",outcome="answered"}')).toBe(1);
    expect(grown('tieuchi_answer_errors_total{code="YEAR_NOT_FOUND"}')).toBe(1);
  });

  it.each([
    ['QUERY_TOO_COMPLEX', `{ ${Array.from({ length: 501 }, (_, index) => `a${index}: whoami`).join(' ')} }`],
    ['GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
    ['GRAPHQL_PARSE_FAILED', '{'],
    ['AS_OF_INVALID', 'query @asOf(map: "yesterday") { whoami }'],
  ])('count what is refused before it is run: %s', async (code, query) => {
    const grown = await growthOf(() => ask(query));
    expect(grown(`tieuchi_refused_operations_total{code="${code}"}`)).toBe(1);
    expect(grown('tieuchi_answer_errors_total{code="OTHER"}')).toBe(0);
  });

  it('count what is refused before GraphQL begins', async () => {
    const grown = await growthOf(() => ask('{ whoami }', { authorization: 'Bearer x' }));
    expect(grown('tieuchi_refusals_total{code="UNAUTHENTICATED"}')).toBe(1);
    expect(grown('tieuchi_http_request_seconds_count{address="/graphql",status="401"}')).toBe(1);
  });

  it('tell of the process: its heap and how late its event loop was', async () => {
    const samples = await read();
    expect(samples.get('nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000);
    // reading begins the next span, which knows no delay before its first look
    await new Promise((resolve) => setTimeout(resolve, 50));
    const blockedUntil = Date.now() + 200;
    while (Date.now() < blockedUntil);
    expect((await read()).get('nodejs_eventloop_delay_seconds{quantile="1"}')).toBeGreaterThan(0.1);
  });

  it('are not answered where clients ask', async () => {
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${gateway.metricsUrl}/graphql`)).status).toBe(404);
  });
});

describe('the id of a request', () => {
  it('is answered back, and is the one under which an unexpected error is noted', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'request-of-a-test' },
      body: JSON.stringify({ query: '{ fail(how: "unexpectedly") }' }),
    });
    expect(response.headers.get('x-request-id')).toBe('request-of-a-test');
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]!.extensions).toEqual({ code: 'INTERNAL_ERROR', correlationId: 'request-of-a-test' });
  });
});
