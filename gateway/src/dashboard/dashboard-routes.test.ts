import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, listen, Role, type RunningServer, unauthenticated } from '@tieuchi/subgraph-kit';
import { createDashboardRoutes } from './dashboard-routes';

const SCRIPT = 'assets/main-1a2b3c4d.js';
/** A dashboard of one page, which says what it was asked with and what was answered. */
const RENDERER = `exports.createPageRenderer = (manifest) => ({
  paths: ['/', '/sheet/*'],
  async render({ path, search }, ask) {
    const answer = await ask('a hash', { search });
    return { status: 200, html: JSON.stringify({ path, search, manifest, answer }) };
  },
});`;

const folder = mkdtempSync(join(tmpdir(), 'tieuchi-dashboard-'));
const asked: [string, string, object][] = [];
let server: RunningServer;

beforeAll(async () => {
  for (const part of ['server', 'client/assets']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'server/page-renderer.cjs'), RENDERER);
  writeFileSync(join(folder, 'client/manifest.json'), '{"entry":1}');
  for (const [ending, text] of [
    ['', 'plain'],
    ['.gz', 'gzipped'],
    ['.br', 'brotlied'],
  ])
    writeFileSync(join(folder, `client/${SCRIPT}${ending}`), text as string);
  writeFileSync(join(folder, 'client/assets/icon.svg'), '<svg/>');
  const routes = createDashboardRoutes({
    folder,
    identify: async ({ headers }) => {
      if (headers.authorization === 'Bearer forged') throw unauthenticated();
      return { subject: headers.authorization ?? 'nobody', role: Role.PUBLIC, scope: 'VN' };
    },
    askAs:
      ({ actor }) =>
      async (hash, variables) => {
        asked.push([actor.subject, hash, variables]);
        return { data: 'an answer' };
      },
    logger: createLogger('test', 'fatal'),
  });
  server = await listen({ host: '127.0.0.1', port: 0, routes, onUnexpected: () => {} });
});
afterAll(async () => {
  await server.drain(0);
  rmSync(folder, { recursive: true });
});
beforeEach(() => asked.splice(0));

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { headers, method });

describe('a page', () => {
  it('is asked for as whoever asks for it', async () => {
    const response = await get('/?a=1', { authorization: 'Bearer x' });
    expect(await response.json()).toEqual({
      path: '/',
      search: '?a=1',
      manifest: { entry: 1 },
      answer: { data: 'an answer' },
    });
    expect(asked).toEqual([['Bearer x', 'a hash', { search: '?a=1' }]]);
  });

  it('is nothing that a forged token gets, and nothing is asked for it', async () => {
    expect((await get('/', { authorization: 'Bearer forged' })).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('stands at each of its paths, and at no other', async () => {
    expect((await get('/sheet/19')).status).toBe(200);
    expect((await get('/other')).status).toBe(404);
  });

  it('lets nothing inline or foreign in, and is kept by no one', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is read, never written', async () => {
    const response = await get('/', {}, 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await get('/', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('a file of the page', () => {
  it.each([
    ['br, gzip', 'br', 8],
    ['gzip', 'gzip', 7],
    ['br;q=0, gzip', 'gzip', 7],
    ['zstd', null, 5],
  ])('comes in the best encoding that "%s" takes', async (accepted, encoding, length) => {
    const response = await get(`/${SCRIPT}`, { 'accept-encoding': accepted }, 'HEAD');
    expect([response.headers.get('content-encoding'), Number(response.headers.get('content-length'))]).toEqual([
      encoding,
      length,
    ]);
  });

  it('is kept for good where its name holds its digest, else asked for again', async () => {
    expect((await get(`/${SCRIPT}`, { 'accept-encoding': 'identity' })).headers.get('cache-control')).toContain(
      'immutable',
    );
    const { headers } = await get('/assets/icon.svg');
    expect(headers.get('cache-control')).toBe('no-cache');
    const again = await get('/assets/icon.svg', { 'if-none-match': headers.get('etag') as string });
    expect(again.status).toBe(304);
  });

  it.each(['/assets/../../server/page-renderer.cjs', '/assets/%2e%2e/manifest.json', '/assets/none.js'])(
    '%s is none',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

it('a gateway that is told of a folder without a dashboard does not start', () => {
  const options = { folder: tmpdir(), identify: jest.fn(), askAs: jest.fn(), logger: createLogger('test', 'fatal') };
  expect(() => createDashboardRoutes(options)).toThrow(/no dashboard is built/);
});
