import {
  accessInProcess,
  accessOverHttp,
  createAttainmentSubgraph,
  type RunningGateway,
  type SubgraphAccess,
  startGateway,
} from '@tieuchi/gateway';
import { readSupergraph } from '@tieuchi/schema';
import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { createLogger, Role, SpeakingError } from '@tieuchi/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '../../support/test-database';
import { askGraphql } from '../../support/test-system';

const quiet = createLogger('test', 'silent');
let database: TestDatabase;
let services: Services;
/** Before the same services, but it loses the days of a request on the way to them. */
let forgetful: RunningGateway;
beforeAll(async () => {
  database = await openTestDatabase('demo');
  const options = { dataDir: process.env.TIEUCHI_TEST_DATA as string, databaseUrl: database.adminUrl };
  services = await startServicesOnPlace(
    { ...options, host: '127.0.0.1', port: 0, demonstration: null, logLevel: 'fatal' },
    database.secrets,
    database,
  );
  forgetful = await startGateway({
    supergraphSdl: readSupergraph(),
    subgraphs: [
      ...['geography', 'rural-security', 'model-ward'].map(withoutDays),
      accessInProcess(createAttainmentSubgraph(), quiet),
    ],
    verifyToken: () => Promise.reject(new SpeakingError('UNAUTHENTICATED', 'The token is not valid here.')),
    anonymousRole: Role.VIEWER,
    operations: 'off',
    forDevelopers: false,
    host: '127.0.0.1',
    port: 0,
    subgraphDeadlineMs: 5_000,
    logger: quiet,
  });
}, 120_000);
afterAll(async () => {
  await forgetful?.stop();
  await services?.stop();
}, 60_000);

function withoutDays(name: string): SubgraphAccess {
  const url = services.processes.get(name)!.url;
  const access = accessOverHttp(name, { url, internalKey: database.secrets.internalKey, deadlineMs: 5_000 });
  return { ...access, run: (request, identity) => access.run(request, { ...identity, asOf: null }) };
}

const ASKED = '{ country { name attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met } } }';
/** What Apollo's own way to a subgraph tells of it: its address, its status and its body. */
const INSIDE = /"response"|"url"|"body"|127\.0\.0\.1|http:|serviceName/;

describe('a day that is none', () => {
  it.each<[string, string, object, string]>([
    ['in the document', '@asOf(map: "2025-02-31")', {}, 'AS_OF_INVALID'],
    ['in a variable', '($map: Date) @asOf(map: $map)', { map: '30-06-2025' }, 'AS_OF_INVALID'],
    ['as the default of a variable', '($map: Date = "2025-13-01") @asOf(map: $map)', {}, 'AS_OF_INVALID'],
    ['as a variable of another type', '($map: Int) @asOf(map: $map)', { map: 20250630 }, 'GRAPHQL_VALIDATION_FAILED'],
    ['as a variable that is missing', '($map: Date!) @asOf(map: $map)', {}, 'BAD_USER_INPUT'],
    ['after today', '@asOf(knownOn: "2999-01-01")', {}, 'KNOWN_ON_IN_FUTURE'],
    ['before all maps', '@asOf(map: "1900-01-01")', {}, 'MAP_NOT_LOADED'],
  ])('%s is refused with a code, and nothing of a service stands beside it', async (_where, days, variables, code) => {
    const { errors, text } = await askGraphql(`${services.url}/graphql`, `query Q ${days} ${ASKED}`, variables);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set([code]));
    for (const { extensions } of errors ?? []) expect(extensions).not.toHaveProperty('response');
    expect(text).not.toMatch(INSIDE);
  });

  it('is a day where a default says so: the default is applied, not lost', async () => {
    const onMap = async (days: string) => {
      const { data } = await askGraphql(
        `${services.url}/graphql`,
        `query Q ${days} { country { provinces { code } } }`,
      );
      return data.country.provinces.length;
    };
    expect(await onMap('($map: Date = "2025-06-30") @asOf(map: $map)')).toBe(63);
    expect(await onMap('($map: Date = "2025-07-01") @asOf(map: $map)')).toBe(34);
  });
});

describe('days that a gateway loses on the way', () => {
  it('are not guessed by a service: nothing is answered for them, and nothing of the inside stands there', async () => {
    const { data, errors, text } = await askGraphql(`${forgetful.url}/graphql`, ASKED);
    expect(data).toEqual({ country: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'SUBGRAPH_UNAVAILABLE', service: 'geography', paths: ['country'] },
    ]);
    expect(text).not.toMatch(INSIDE);
  });
});
