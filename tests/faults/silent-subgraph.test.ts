import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { openTestDatabase } from '../support/test-database';
import { askGraphql, type GraphqlAnswer } from '../support/test-system';

const DEADLINE_MS = 1_500;
const OVERVIEW = `query @asOf(map: "2025-06-30") {
  country {
    name
    provinces {
      code
      attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met verdict }
      modelWardQuota(rule: "mps-2022-11") { held }
    }
  }
}`;

let services: Services;
beforeEach(async () => {
  const database = await openTestDatabase('demo');
  services = await startServicesOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
      subgraphDeadlineMs: DEADLINE_MS,
    },
    database.secrets,
    database,
  );
}, 60_000);
afterEach(() => services.stop());

interface Province {
  readonly attainment: object | null;
  readonly modelWardQuota: object | null;
}

function provinces({ data }: GraphqlAnswer): Province[] {
  return data.country.provinces;
}

function expectOneSilent(answer: GraphqlAnswer, service: string, paths: readonly string[]) {
  expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'SUBGRAPH_UNAVAILABLE', service, paths },
  ]);
  expect(answer.text).not.toMatch(/127\.0\.0\.1|localhost|ECONN|http:/);
}

const ask = () => askGraphql(`${services.url}/graphql`, OVERVIEW);
const processOf = (name: string) => {
  const found = services.processes.get(name);
  if (!found) throw new Error(`no process ${name}`);
  return found;
};

describe('over HTTP, a service that is gone', () => {
  it('takes only its own part of the answer along', async () => {
    const whole = await ask();
    expect(whole.errors).toBeUndefined();
    expect(provinces(whole)).toHaveLength(63);

    await processOf('model-ward').stop();
    const withoutWards = await ask();
    expect(
      provinces(withoutWards).every(({ attainment, modelWardQuota }) => attainment !== null && modelWardQuota === null),
    ).toBe(true);
    expectOneSilent(withoutWards, 'model-ward', ['country.provinces[].modelWardQuota']);
    const readiness = await fetch(new URL('/readyz', services.url));
    expect(readiness.status).toBe(503);
    expect(await readiness.json()).toMatchObject({ ready: false, services: { 'model-ward': { ready: false } } });
  }, 60_000);

  it('leaves attainment null when it is the one that counts, never NO_DATA', async () => {
    await processOf('rural-security').stop();
    const answer = await ask();
    expect(provinces(answer)).toHaveLength(63);
    expect(
      provinces(answer).every(({ attainment, modelWardQuota }) => attainment === null && modelWardQuota !== null),
    ).toBe(true);
    expect(answer.text).not.toContain('NO_DATA');
    expectOneSilent(answer, 'rural-security', ['country.provinces[].attainment']);
  }, 60_000);

  it('is named once each when two are gone', async () => {
    await processOf('rural-security').stop();
    await processOf('model-ward').stop();
    const answer = await ask();
    expect(answer.errors?.map(({ extensions }) => extensions.service).sort()).toEqual(['model-ward', 'rural-security']);
    expect(answer.data.country.name).toBe('Việt Nam');
  }, 60_000);

  it('leaves null and one error when the map itself is gone', async () => {
    await processOf('geography').stop();
    const answer = await ask();
    expect(answer.data).toEqual({ country: null });
    expectOneSilent(answer, 'geography', ['country']);
  }, 60_000);
});

describe('over HTTP, a service that hangs', () => {
  it('is waited for until the deadline and no longer', async () => {
    const { pid } = processOf('model-ward');
    process.kill(pid, 'SIGSTOP');
    try {
      const began = Date.now();
      const answer = await ask();
      // the deadline of one fetch, not a measure of speed: without one the answer never comes
      expect(Date.now() - began).toBeLessThan(DEADLINE_MS * 6);
      expect(provinces(answer).every(({ attainment }) => attainment !== null)).toBe(true);
      expectOneSilent(answer, 'model-ward', ['country.provinces[].modelWardQuota']);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expect((await ask()).errors).toBeUndefined();
  }, 60_000);
});
