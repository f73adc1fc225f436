import { type Standalone, type StandaloneOptions, startOnPlace } from '@tieuchi/standalone';
import { SYSTEM } from '@tieuchi/subgraph-kit';
import { openTestDatabase, type Template, type TestDatabase } from './test-database';
import { createTestIssuer, type TestIssuer } from './test-issuer';

export interface GraphqlAnswer {
  readonly status: number;
  // answers are whatever the operation asked for; a test says what it expects of them
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers of many shapes
  readonly data: any;
  readonly errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[] | undefined;
  readonly text: string;
}

export interface TestSystem extends Standalone {
  readonly database: TestDatabase;
  /** Signs tokens of anybody. */
  readonly issuer: TestIssuer;
  /** Data statements since the last call, of all services together. */
  takeStatements(): string[];
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphqlAnswer>;
}

/** The whole system in this process, over a database of its own, on a free port. */
export async function startTestSystem(
  template: Template,
  options: Partial<StandaloneOptions> = {},
): Promise<TestSystem> {
  const database = await openTestDatabase(template);
  const issuer = await createTestIssuer();
  let statements: string[] = [];
  const system = await startOnPlace(
    {
      dataDir: process.env.TIEUCHI_TEST_DATA as string,
      databaseUrl: database.adminUrl,
      host: '127.0.0.1',
      port: 0,
      demonstration: null,
      // tests send crowds on busy machines; what a gate does has tests of its own
      gate: { atWork: 64, waiting: 1_000, waitMs: 60_000 },
      // each file has a system of its own, and few of them ask what clients ask
      rehearse: false,
      logLevel: 'fatal',
      issuersFile: issuer.file,
      // looks for a newer register go on beside the requests
      onStatement: (sql, actor) => actor !== SYSTEM && statements.push(sql),
      ...options,
    },
    database.secrets,
    database,
  );
  return {
    ...system,
    database,
    issuer,
    async stop() {
      await system.stop();
      issuer.remove();
    },
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    ask: (query, variables, headers) => askGraphql(`${system.url}/graphql`, query, variables, headers),
  };
}

/** One operation over HTTP, as a client sends it. */
export async function askGraphql(
  url: string,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  return { status: response.status, data, errors, text };
}
