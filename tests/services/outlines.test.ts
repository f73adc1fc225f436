import { accessInProcess, accessOverHttp, createAttainmentSubgraph } from '@tieuchi/gateway';
import { GEOGRAPHY_ROLES, startGeography } from '@tieuchi/geography';
import { createLogger, serve } from '@tieuchi/subgraph-kit';
import { feature } from 'topojson-client';
import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${system.url}${path}`, init);
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of several shapes; a test says what it expects of them
async function readJson(path: string): Promise<any> {
  return (await get(path)).json();
}

async function readProvinces(day: string): Promise<Record<string, string>> {
  const outlines = await readJson(`/map/${day}.topojson`);
  const { features } = feature(outlines, outlines.objects.provinces) as unknown as {
    features: { id: string; properties: { code: string; name: string; kind: string } }[];
  };
  return Object.fromEntries(
    features.map(({ id, properties: { code, name, kind } }) => [id, `${code} ${name} ${kind}`]),
  );
}

describe('the outlines of a map', () => {
  it.each(['2022-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2026-04-30'])(
    'of %s are those of the provinces of that day, by the same ids',
    async (day) => {
      const { data } = await system.ask(`query @asOf(map: "${day}") { country { provinces { id code name kind } } }`);
      const expected = Object.fromEntries(
        (data.country.provinces as Record<string, string>[]).map(({ id, code, name, kind }) => [
          id,
          `${code} ${name} ${kind}`,
        ]),
      );
      expect(await readProvinces(day)).toEqual(expected);
      expect(Object.keys(expected)).toHaveLength(day < '2025-07-01' ? 63 : 34);
    },
  );

  it('frame Hoàng Sa and Trường Sa under the province that each belongs to on that day', async () => {
    const readInsets = async (day: string) => {
      const { insets } = await readJson(`/map/${day}.topojson`);
      return insets.map(({ unitId, label }: Record<string, string>) => `${unitId}: ${label}`);
    };
    expect(await readInsets('2025-06-30')).toEqual([
      'P-48: Quần đảo Hoàng Sa (thành phố Đà Nẵng)',
      'P-56: Quần đảo Trường Sa (tỉnh Khánh Hòa)',
    ]);
    expect(await readInsets('2025-07-01')).toEqual([
      'P-48-20250701: Quần đảo Hoàng Sa (thành phố Đà Nẵng)',
      'P-56-20250701: Quần đảo Trường Sa (tỉnh Khánh Hòa)',
    ]);
  });

  it('say the licence, the state that answers and until when it is exact', async () => {
    const { attribution, state, exactUntil } = await readJson('/map/2024-02-29.topojson');
    expect(attribution).toMatchObject({ license: 'ODbL-1.0', credit: 'https://github.com/pissang/starbucks' });
    expect([state, exactUntil]).toEqual(['2022-12-31', '2022-12-31']);
  });

  it('are small, and one request asks the database once', async () => {
    system.takeStatements();
    for (const day of ['2025-06-30', '2026-04-30']) {
      expect((await (await get(`/map/${day}.topojson`)).arrayBuffer()).byteLength).toBeLessThan(60_000);
    }
    expect(system.takeStatements()).toHaveLength(2);
  });
});

describe('the address of the outlines', () => {
  it('answers 304 to whoever has the same bytes, and the same tag for another day of the same map', async () => {
    const first = await get('/map/2025-07-02.topojson');
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('content-type')).toBe('application/json');
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const again = await get('/map/2025-08-31.topojson', { headers: { 'if-none-match': tags } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    }
    const other = await get('/map/2025-06-30.topojson', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
    expect(other.headers.get('etag')).not.toBe(etag);
  });

  it('answers HEAD without a body, and other methods with 405', async () => {
    const head = await get('/map/2025-07-01.topojson', { method: 'HEAD' });
    const whole = await get('/map/2025-07-01.topojson');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String((await whole.arrayBuffer()).byteLength));
    const post = await get('/map/2025-07-01.topojson', { method: 'POST', body: '{}' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await post.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each([
    [
      '/map/2022-12-30.topojson',
      404,
      'MAP_NOT_LOADED',
      'No map is loaded for 2022-12-30; the first is that of 2022-12-31.',
    ],
    [
      '/map/2025-02-31.topojson',
      400,
      'BAD_USER_INPUT',
      '"2025-02-31" is not a day of the calendar; write it as YYYY-MM-DD.',
    ],
    ['/map/today.topojson', 400, 'BAD_USER_INPUT', '"today" is not a day of the calendar; write it as YYYY-MM-DD.'],
    ['/map/%00.topojson', 400, 'BAD_USER_INPUT', '"%00" is not a day of the calendar; write it as YYYY-MM-DD.'],
    ['/map/2025-07-01.json', 404, undefined, 'There is nothing at this address.'],
    ['/map/', 404, undefined, 'There is nothing at this address.'],
    ['/internal/map/2025-07-01.topojson', 404, undefined, 'There is nothing at this address.'],
    ['/internal/register', 404, undefined, 'There is nothing at this address.'],
  ])('refuses %s with %i', async (path, status, code, message) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string; extensions?: { code: string } }[] };
    expect(errors.map((error) => [error.extensions?.code, error.message])).toEqual([[code, message]]);
  });
});

describe('geography in a process of its own', () => {
  it('gives the gateway the same outlines and the same refusals as in its process', async () => {
    const logger = createLogger('test', 'fatal');
    const geography = await startGeography({ ...system.database.urlsOf(GEOGRAPHY_ROLES), demonstration: null });
    const internalKey = 'a key that the gateway and its services share';
    const server = await serve(geography, { host: '127.0.0.1', port: 0, internalKey, logger });
    try {
      const near = accessInProcess(geography, logger);
      const far = accessOverHttp('geography', { url: server.url, internalKey, deadlineMs: 10_000 });
      const path = '/internal/map/2025-07-01.topojson';
      expect(await far.fetchInternal?.(path)).toEqual(await near.fetchInternal?.(path));
      for (const access of [near, far]) {
        await expect(access.fetchInternal?.('/internal/map/2000-01-01.topojson')).rejects.toMatchObject({
          message: 'No map is loaded for 2000-01-01; the first is that of 2022-12-31.',
          extensions: { code: 'MAP_NOT_LOADED', map: '2000-01-01' },
        });
        expect(await access.fetchInternal?.('/internal/nothing')).toBeNull();
      }
      const stranger = accessOverHttp('geography', {
        url: server.url,
        internalKey: 'another key that is long enough',
        deadlineMs: 10_000,
      });
      await expect(stranger.fetchInternal?.(path)).rejects.toThrow('geography answered 401');
      expect(await accessInProcess(createAttainmentSubgraph(), logger).fetchInternal?.(path)).toBeNull();
    } finally {
      await server.drain();
      await geography.close();
    }
  });
});
