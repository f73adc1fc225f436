import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { Role } from '@tieuchi/subgraph-kit';
import { startSecondGateway } from '../faults/second-gateway';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { createTestIssuer, type TestIssuer } from '../support/test-issuer';
import { askGraphql, type GraphqlAnswer, startTestSystem } from '../support/test-system';
import { until } from '../support/until';

const DAY = '2025-06-30';
const INDICATOR = 'ntm-2021-2025/19.2';
const WRITERS = 8;
const READERS = 4;
/** 10,000 were written once by hand: FRESH_WRITES=10000. */
const WRITES = Number(process.env.FRESH_WRITES ?? 500);

const SAVE = `mutation Save($input: EnterAssessmentInput!) {
  saveAssessment(input: $input) { assessment { version } userErrors { code message } } }`;
const READ = `query Read($code: String!) @asOf(map: "${DAY}") {
  commune(code: $code) { assessment(indicator: "${INDICATOR}", year: 2025) { version state } } }`;
const COUNTRY = `query @asOf(map: "${DAY}") { country {
  attainment(indicator: "${INDICATOR}", year: 2025) { unknownByReason { reason count } } } }`;

/** One gateway over a database for real data, and whoever may enter for the whole country. */
interface Stage {
  readonly url: string;
  readonly database: TestDatabase;
  readonly issuer: TestIssuer;
  readonly services: Services | null;
  stop(): Promise<void>;
}

async function startInProcess(): Promise<Stage> {
  const system = await startTestSystem('real', { answerCacheBytes: 64_000_000 });
  const { url, database, issuer } = system;
  return { url, database, issuer, services: null, stop: () => system.stop() };
}

async function startOverHttp(): Promise<Stage> {
  const database = await openTestDatabase('real');
  const issuer = await createTestIssuer();
  const services = await startServicesOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      logLevel: 'fatal',
      issuersFile: issuer.file,
    },
    database.secrets,
    database,
  );
  const stop = async () => {
    await services.stop();
    issuer.remove();
  };
  return { url: services.url, database, issuer, services, stop };
}

describe.each([
  ['in one process', startInProcess],
  ['over HTTP', startOverHttp],
])('an answer %s', (_, start) => {
  let stage: Stage;
  let token: string;
  let codes: string[];
  beforeAll(async () => {
    stage = await start();
    token = await stage.issuer.sign({ subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope: 'VN' });
    const rows = await stage.database.query<{ code: string }>(
      `select code from rural_security.register_unit_version where kind = 'RURAL_COMMUNE' and valid @> $1::date
       order by code limit 100`,
      [DAY],
    );
    codes = rows.map(({ code }) => code);
  }, 90_000);
  afterAll(() => stage.stop());

  const ask = (query: string, variables: object = {}, url = stage.url): Promise<GraphqlAnswer> =>
    askGraphql(`${url}/graphql`, query, variables, { authorization: `Bearer ${token}` });
  const versionOf = ({ data, text }: GraphqlAnswer): number => {
    if (!data) throw new Error(text);
    return data.commune.assessment.version ?? 0;
  };
  const write = async (code: string, expectedVersion: number | null): Promise<GraphqlAnswer> => {
    const input = { unitCode: code, indicator: INDICATOR, year: 2025, expectedVersion, enteredFor: 'Công an xã' };
    const answer = await ask(SAVE, { input });
    if (!answer.data?.saveAssessment.assessment) throw new Error(answer.text);
    return answer;
  };

  it('is never older than what was acknowledged before it was asked for, whoever writes meanwhile', async () => {
    const acknowledged = new Map<string, number>();
    const writing = codes.slice(0, WRITERS);
    let left = WRITES;
    const writer = async (code: string) => {
      for (let version = 0; left > 0; version += 1) {
        left -= 1;
        await write(code, version === 0 ? null : version);
        acknowledged.set(code, version + 1);
      }
    };
    let readings = 0;
    const stale: string[] = [];
    const reader = async (place: number) => {
      for (let turn = place; left > 0; turn += 1) {
        const code = writing[turn % WRITERS] as string;
        const least = acknowledged.get(code) ?? 0;
        const version = versionOf(await ask(READ, { code }));
        readings += 1;
        if (version < least) stale.push(`${code}: ${version} after ${least}`);
      }
    };
    await Promise.all([...writing.map(writer), ...Array.from({ length: READERS }, (_each, place) => reader(place))]);
    expect(stale).toEqual([]);
    expect(readings).toBeGreaterThan(WRITES / 20);
    expect([...acknowledged.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(WRITES);
  }, 600_000);

  it('is the same bytes until something is written, and names the data it rests on', async () => {
    const [first, second] = [await ask(COUNTRY), await ask(COUNTRY)];
    expect(second.text).toBe(first.text);
    const { dataVersions } = JSON.parse(first.text).extensions;
    expect(dataVersions).toEqual({ geography: expect.any(Number), 'rural-security': expect.any(Number) });
    const written = JSON.parse((await write(codes[20] as string, null)).text).extensions.dataVersions;
    expect(written['rural-security']).toBeGreaterThan(dataVersions['rural-security']);
    const third = JSON.parse((await ask(COUNTRY)).text);
    expect(third.extensions.dataVersions).toEqual({ ...dataVersions, ...written });
  });

  it('is made anew within a second after rows were written past the application', async () => {
    const before = (await ask(COUNTRY)).text;
    await stage.database.query(
      `update rural_security.target set source = source || ' (đã sửa)' where indicator_id = '${INDICATOR}'`,
    );
    await until('another answer', async () => (await ask(COUNTRY)).text !== before, 1_000);
  });
});

describe('a second gateway before the same services', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startOverHttp();
  }, 90_000);
  afterAll(() => stage.stop());

  it('gives what was written through the first within a second, and at once to who says what it was told', async () => {
    const token = await stage.issuer.sign({ subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope: 'VN' });
    const second = await startSecondGateway(stage.services as Services, stage.database, {
      TIEUCHI_ISSUERS: stage.issuer.file,
    });
    try {
      const [row] = await stage.database.query<{ code: string }>(
        `select code from rural_security.register_unit_version where kind = 'RURAL_COMMUNE' and valid @> $1::date
         order by code limit 1`,
        [DAY],
      );
      const { code } = row!;
      const send = async (url: string, query: string, variables: object, extensions = {}) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables, extensions }),
        });
        return JSON.parse(await response.text());
      };
      const read = async (extensions = {}) =>
        (await send(second.url, READ, { code }, extensions)).data.commune.assessment.version ?? 0;
      for (let version = 0; version < 20; version += 1) {
        await read();
        const input = {
          ...{ unitCode: code, indicator: INDICATOR, year: 2025, enteredFor: 'Công an xã' },
          expectedVersion: version === 0 ? null : version,
        };
        const { extensions } = await send(stage.url, SAVE, { input });
        expect(await read({ dataVersions: extensions.dataVersions })).toBe(version + 1);
      }
      await until('the last version', async () => (await read()) === 20, 1_000);
    } finally {
      await second.stop();
    }
  });
});
