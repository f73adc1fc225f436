import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import type { ChildProgram } from '../../services/standalone/src/child-program';
import { openTestDatabase } from '../support/test-database';
import { askGraphql, type GraphqlAnswer } from '../support/test-system';
import { until } from '../support/until';
import { type BadWire, openBadWire, type WireMood } from './bad-wire';
import { startSecondGateway } from './second-gateway';

const DEADLINE_MS = 1_500;
const OVERVIEW = `query @asOf(map: "2025-06-30") {
  country { name provinces { code attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met }
    modelWardQuota(rule: "mps-2022-11") { held } } }
}`;
const INSIDE = /127\.0\.0\.1|localhost|ECONN|UND_ERR|http:|at .+:\d+:\d+/;

let services: Services;
let wire: BadWire;
let gateway: ChildProgram;
beforeAll(async () => {
  const database = await openTestDatabase('demo');
  const options = { dataDir: process.env.TIEUCHI_TEST_DATA as string, databaseUrl: database.adminUrl };
  services = await startServicesOnPlace(
    { ...options, host: '127.0.0.1', port: 0, demonstration: null, logLevel: 'fatal' },
    database.secrets,
    database,
  );
  wire = await openBadWire(services.processes.get('model-ward')?.url ?? '');
  gateway = await startSecondGateway(services, database, {
    MODEL_WARD_URL: wire.url,
    SUBGRAPH_DEADLINE_MS: String(DEADLINE_MS),
  });
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await wire.close();
  await services.stop();
});

const ask = () => askGraphql(`${gateway.url}/graphql`, OVERVIEW);
const isWhole = async () => (await ask()).errors === undefined;

/** A whole answer again: the way is mended and the breaker has let one fetch try. */
async function mend(): Promise<void> {
  wire.turn({ kind: 'CARRIES' });
  await until('a whole answer', isWhole);
  wire.takeRequests();
}

function expectOwnPartGone({ status, data, errors, text }: GraphqlAnswer) {
  expect(status).toBe(200);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'SUBGRAPH_UNAVAILABLE', service: 'model-ward', paths: ['country.provinces[].modelWardQuota'] },
  ]);
  const provinces: { attainment: object | null; modelWardQuota: object | null }[] = data.country.provinces;
  expect(provinces).toHaveLength(63);
  expect(provinces.every((one) => one.attainment !== null && one.modelWardQuota === null)).toBe(true);
  expect(text).not.toMatch(INSIDE);
}

const says = (contentType: string, body: string): WireMood => ({ kind: 'SAYS', contentType, body });
const JSON_TYPE = 'application/json';

describe('over a bad wire, a service', () => {
  beforeEach(mend, 60_000);

  it.each<[string, WireMood]>([
    ['that nobody can connect to', { kind: 'REFUSES' }],
    ['that closes in the middle of its head, each time', { kind: 'BREAKS_OFF', afterBytes: 9, times: 99 }],
    ['that closes in the middle of its body, each time', { kind: 'BREAKS_OFF', afterBytes: 400, times: 99 }],
    ['that answers HTML', says('text/html', '<html><body>http://127.0.0.1:4003 is under maintenance</body></html>')],
    ['that answers HTML and calls it JSON', says(JSON_TYPE, '<html>at Server.listen (/srv/app.js:10:20)</html>')],
    ['that answers a list of another length', says(JSON_TYPE, '{"data":{"_entities":[]}}')],
    ['that answers a text where entities belong', says(JSON_TYPE, '{"data":{"_entities":"http://127.0.0.1"}}')],
    ['that answers neither data nor errors', says(JSON_TYPE, '{"message":"127.0.0.1"}')],
    ['that answers JSON cut short', says(JSON_TYPE, '{"data":{"_entities":[{"modelWard')],
  ])('%s costs its own part of the answer, in one error', async (_title, mood) => {
    wire.turn(mood);
    expectOwnPartGone(await ask());
  });

  it('that is slow costs its own part, and the deadline of one fetch', async () => {
    wire.turn({ kind: 'IS_SILENT' });
    const began = Date.now();
    expectOwnPartGone(await ask());
    expect(Date.now() - began).toBeGreaterThanOrEqual(DEADLINE_MS - 50);
    expect(Date.now() - began).toBeLessThan(DEADLINE_MS * 6);
  });

  it('whose connection breaks once is asked again, and nothing is missing', async () => {
    wire.turn({ kind: 'BREAKS_OFF', afterBytes: 400, times: 1 });
    expect((await ask()).errors).toBeUndefined();
    expect(wire.takeRequests()).toBe(2);
  });

  it('that is slow is not asked twice by one request', async () => {
    wire.turn({ kind: 'IS_SILENT' });
    await ask();
    expect(wire.takeRequests()).toBe(1);
  });

  it('that stays silent costs nothing after five fetches in vain, and is asked again when it is back', async () => {
    wire.turn({ kind: 'IS_SILENT' });
    await Promise.all(Array.from({ length: 5 }, ask));
    wire.takeRequests();
    const began = Date.now();
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    for (const answer of answers) expectOwnPartGone(answer);
    // at most one of them was the one that tries after a pause
    expect(wire.takeRequests()).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 1_000) + 1);
    wire.turn({ kind: 'CARRIES' });
    await until('the service to be asked again', isWhole, 20_000);
  }, 60_000);
});
