import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { openTestDatabase } from '../support/test-database';
import { askGraphql } from '../support/test-system';
import { until } from '../support/until';
import { openSpanReceiver, type ReceivedSpan, type SpanReceiver } from './span-receiver';

const PRIVATE = ['Nguyễn Văn Bí Mật', 'số 7 ngõ Kín'] as const;
const CALLER = 'b7ad6b7169203331';

let receiver: SpanReceiver;
let services: Services;
beforeAll(async () => {
  receiver = await openSpanReceiver();
  // as an operator sets them, for every process of the start
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
  process.env.OTEL_BSP_SCHEDULE_DELAY = '50';
  const database = await openTestDatabase('demo');
  services = await startServicesOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
    },
    database.secrets,
    database,
  );
}, 120_000);
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  delete process.env.OTEL_BSP_SCHEDULE_DELAY;
  await services?.stop();
  await receiver?.stop();
}, 60_000);

/** All spans of one request, once `isThere` has come. */
async function tracesOf(
  traceId: string,
  ask: (headers: Record<string, string>) => Promise<unknown>,
  isThere: (spans: ReceivedSpan[]) => boolean,
): Promise<ReceivedSpan[]> {
  await ask({ traceparent: `00-${traceId}-${CALLER}-01` });
  await until('the spans of a request', async () => isThere(receiver.spansOf(traceId)));
  return receiver.spansOf(traceId);
}

const hasServer = (service: string) => (spans: ReceivedSpan[]) =>
  spans.some((span) => span.service === service && span.name === 'POST /graphql');
const one = (spans: ReceivedSpan[], service: string, name: string | RegExp) =>
  spans.find(
    (span) => span.service === service && (typeof name === 'string' ? span.name === name : name.test(span.name)),
  );

describe('a request of which somebody wants to see the trace', () => {
  it('is one trace, from the caller to the statements of each service that it asked', async () => {
    const query = `query Named($code: String!) @asOf(map: "2025-06-30") {
      province(code: $code) { name securityTallies(indicator: "ntm-2021-2025/19.2", year: 2025) { met } } }`;
    const spans = await tracesOf(
      '0af7651916cd43dd8448eb211c80319c',
      (headers) => askGraphql(`${services.url}/graphql`, query, { code: '19' }, headers),
      (found) => ['gateway', 'geography', 'rural-security'].every((name) => hasServer(name)(found)),
    );
    const entry = one(spans, 'gateway', 'POST /graphql');
    expect(entry).toMatchObject({
      parentSpanId: CALLER,
      attributes: { 'http.route': '/graphql', 'http.response.status_code': 200 },
    });
    const plan = one(spans, 'gateway', 'gateway.plan');
    const request = one(spans, 'gateway', 'gateway.request');
    expect(request?.parentSpanId).toBe(entry?.spanId);
    expect(plan?.parentSpanId).toBe(request?.spanId);
    for (const name of ['geography', 'rural-security']) {
      const served = one(spans, name, 'POST /graphql');
      const fetched = spans.find(({ spanId }) => spanId === served?.parentSpanId);
      expect([fetched?.service, fetched?.name, fetched?.attributes.service]).toEqual([
        'gateway',
        'gateway.fetch',
        name,
      ]);
      const statement = one(spans, name, /^(with|select)$/);
      expect(statement?.attributes['db.query.text']).toMatch(/^\s*(with|select)\b/i);
      expect(spans.map(({ spanId }) => spanId)).toContain(statement?.parentSpanId);
    }
  }, 60_000);

  it('tells nothing that somebody typed, no variable, no value of a statement and no token', async () => {
    const [name, place] = PRIVATE;
    const token = services.tokens.get('RECOGNISER' as never) as string;
    const input = { number: place, issuedOn: '2026-01-15', issuer: name, title: name };
    const record = `mutation Record($input: DocumentInput!) { recordDocument(input: $input) { document { id } } }`;
    const spans = await tracesOf(
      '1af7651916cd43dd8448eb211c80319d',
      async (headers) => {
        const authorization = `Bearer ${token}`;
        const url = `${services.url}/graphql`;
        const written = await askGraphql(url, record, { input }, { ...headers, authorization });
        expect(written.data.recordDocument.document.id).toEqual(expect.any(String));
        await askGraphql(url, `{ searchUnits(text: ${JSON.stringify(place)}) { name } }`, {}, headers);
      },
      (found) =>
        hasServer('rural-security')(found) &&
        found.some(({ attributes }) => /insert/.test(String(attributes['db.query.text']))),
    );
    expect(spans.length).toBeGreaterThan(5);
    for (const each of [...PRIVATE, ...PRIVATE.map(encodeURIComponent), token.slice(0, 40), 'Bearer']) {
      expect([each, receiver.text().includes(each)]).toEqual([each, false]);
    }
  }, 60_000);

  it('is not one that only looks whether the process lives', async () => {
    await fetch(`${services.url}/healthz`, {
      headers: { traceparent: `00-2af7651916cd43dd8448eb211c80319e-${CALLER}-01` },
    });
    await tracesOf(
      '3af7651916cd43dd8448eb211c80319f',
      (headers) => askGraphql(`${services.url}/graphql`, '{ country { name } }', {}, headers),
      hasServer('geography'),
    );
    expect(receiver.spansOf('2af7651916cd43dd8448eb211c80319e')).toEqual([]);
  }, 60_000);
});
