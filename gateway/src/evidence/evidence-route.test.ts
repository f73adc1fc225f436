import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { listen, Role, type RunningServer, SpeakingError, type Upload } from '@tieuchi/subgraph-kit';
import { pino } from 'pino';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';
import { createEvidenceRoute } from './evidence-route';

const PATH = `/evidence/${'a'.repeat(64)}`;
const SECRET = 'connect ECONNREFUSED 10.1.2.3:5432';
const log: Record<string, unknown>[] = [];
const logger = pino(
  {},
  new Writable({
    write(line, _encoding, done) {
      log.push(JSON.parse(line));
      done();
    },
  }),
);
const uploads: Upload[] = [];
let answer: () => Promise<null> = async () => null;
const owner: SubgraphAccess = {
  name: 'rural-security',
  run: () => Promise.reject(new Error('not asked')),
  readiness: () => Promise.reject(new Error('not asked')),
  fetchInternal: () => answer(),
  sendInternal(_path, upload) {
    uploads.push(upload);
    return answer();
  },
};

let server: RunningServer;
let routeEnded = () => {};
beforeAll(async () => {
  const actor = { subject: 'a', role: Role.COMMUNE_OFFICER, scope: 'VN' };
  const route = createEvidenceRoute([owner], { identify: async () => actor, logger });
  const routes = {
    '/evidence/*': (...exchange: Parameters<typeof route>) => route(...exchange).finally(() => routeEnded()),
  };
  server = await listen({ host: '127.0.0.1', port: 0, routes, onUnexpected: (error) => logger.error({ err: error }) });
});
afterAll(() => server.drain(0));
beforeEach(() => {
  log.splice(0);
  uploads.splice(0);
});

it('asks nobody and notes nothing when a client goes away in the middle of its file', async () => {
  const ended = new Promise<void>((resolve) => {
    routeEnded = resolve;
  });
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`PUT ${PATH} HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n%PDF-`, () => socket.destroy());
  await ended;
  expect({ uploads, log }).toEqual({ uploads: [], log: [] });
});

it('says what the client called the file and its request, and nothing else that it claims', async () => {
  const headers = { 'content-type': 'application/pdf', 'x-actor': 'b', 'x-request-id': 'a1b2c3d4' };
  await fetch(`${server.url}${PATH}?actor=b`, { method: 'PUT', headers, body: '%PDF-' });
  expect(uploads).toEqual([
    {
      actor: { subject: 'a', role: Role.COMMUNE_OFFICER, scope: 'VN' },
      parameters: { contentType: 'application/pdf' },
      content: Buffer.from('%PDF-'),
      trace: { correlationId: 'a1b2c3d4', traceparent: null },
    },
  ]);
});

it.each([
  ['PUT', 'rural-security does not answer; nothing was stored, try again later.'],
  ['GET', 'rural-security does not answer; the file was not read, try again later.'],
])('keeps the cause to itself when the service fails at %s', async (method, message) => {
  answer = () => Promise.reject(new Error(SECRET));
  const response = await fetch(`${server.url}${PATH}`, { method });
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    errors: [{ message, extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'rural-security' } }],
  });
  expect(log).toMatchObject([{ subgraph: 'rural-security', err: { message: SECRET } }]);
});

it('passes on what the service refuses', async () => {
  answer = () => Promise.reject(new SpeakingError('EVIDENCE_TYPE_REFUSED', 'no'));
  const response = await fetch(`${server.url}${PATH}`, { method: 'PUT' });
  expect(await response.json()).toEqual({ errors: [{ message: 'no', extensions: { code: 'EVIDENCE_TYPE_REFUSED' } }] });
});
