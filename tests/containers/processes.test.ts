import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevelopmentTokens } from '@tieuchi/gateway';
import { Role } from '@tieuchi/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { askGraphql } from '../support/test-system';
import { until } from '../support/until';
import { type ComposeFile, ROOT, readComposeFile } from './compose-file';
import { type Composition, envOf, startComposition } from './composition';
import { buildImageFolder, type ImageFolder } from './image-folder';

const compose = readComposeFile();
const SERVICES = ['geography', 'rural-security', 'model-ward', 'gateway'];
const REQUEST_ID = 'a-request-that-a-test-sent';
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
/** What somebody typed, or is: none of it may be in a log. */
const PRIVATE = ['Nguyễn Văn Bí Mật', 'số 7 ngõ Kín', 'loan.tran@congan.example'] as const;

let database: TestDatabase;
let image: ImageFolder;
let tokens: ReadonlyMap<Role, string>;
let volumes: Record<string, string>;
let system: Composition;
let env: Record<string, string>;
let filesBefore: string;
let data: string;

beforeAll(async () => {
  database = await openTestDatabase('demo');
  image = buildImageFolder();
  filesBefore = listFiles();
  data = mkdtempSync(join(tmpdir(), 'tieuchi-volumes-'));
  volumes = { '/data/issuer': join(data, 'issuer'), '/data/audit': join(data, 'audit') };
  for (const folder of Object.values(volumes)) mkdirSync(folder);
  tokens = await issueDevelopmentTokens(volumes['/data/issuer'] as string);
  env = envOf(compose, database, {
    POSTGRES_PASSWORD: 'a password of the superuser',
    INTERNAL_KEY: 'a key that the gateway and its services share',
    // the README's question is no client's
    OPERATIONS: 'off',
    LOG_LEVEL: 'debug',
  });
  system = await startComposition(compose, image, database, env, volumes);
}, 300_000);
afterAll(async () => {
  await system?.stopAll();
  await database?.stop();
  for (const folder of [image?.root, data]) if (folder) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const listFiles = () =>
  execFileSync('find', [image.root, '-type', 'f', '-newermt', '1970-01-02'], { encoding: 'utf8', maxBuffer: 1e8 });
const gatewayUrl = () => `http://127.0.0.1:${system.containers.get('gateway')!.port('4000')}`;
const ask = (query: string, variables = {}, headers: Record<string, string> = {}) =>
  askGraphql(`${gatewayUrl()}/graphql`, query, variables, {
    'x-request-id': REQUEST_ID,
    traceparent: TRACEPARENT,
    ...headers,
  });
const logOf = (name: string) => system.containers.get(name)!.log.join('');
const linesOf = (name: string): Record<string, unknown>[] =>
  logOf(name)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
async function metricsOf(name: string, port: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${system.containers.get(name)!.port(port)}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return response.text();
}

describe('the commands of the image, with the variables of compose', () => {
  it('serve the page', async () => {
    const response = await fetch(`${gatewayUrl()}/`);
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'self'"),
    ]);
    expect(await response.text()).toContain('Nguồn số liệu và cách tính');
  });

  it('all become healthy where their health is asked', async () => {
    for (const name of SERVICES) {
      expect([name, await system.containers.get(name)!.isHealthy()]).toEqual([name, true]);
    }
    const ready = (await (await fetch(`${gatewayUrl()}/readyz`)).json()) as { ready: boolean; services: object };
    expect(ready.ready).toBe(true);
    expect(Object.keys(ready.services)).toEqual(expect.arrayContaining(SERVICES.slice(0, 3)));
  });

  it("answer the README's question", async () => {
    const [, question] = /-d '(\{"query".*\})'/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
    const { data, errors } = await ask(JSON.parse(question!).query);
    expect(errors).toBeUndefined();
    expect(data.country.attainment).toMatchObject({ total: 7692, origin: 'SYNTHETIC' });
    expect(data.province.attainment).toMatchObject({ met: 118, total: 121, ratePercent: '97.52', shortfall: 2 });
    expect(data.quotaCheck).toMatchObject({ required: 106, origin: 'SYNTHETIC' });
  });

  it('answer nobody at the address of the metrics but whoever is inside, and say there what happened', async () => {
    expect((await fetch(`${gatewayUrl()}/metrics`)).status).toBe(404);
    const gateway = await metricsOf('gateway', '9464');
    expect(gateway).toMatch(/^tieuchi_operation_seconds_count\{kind="query",outcome="answered"\} [1-9]/m);
    expect(gateway).toMatch(/^tieuchi_fetch_seconds_count\{subgraph="rural-security",outcome="answered"\} [1-9]/m);
    const rural = await metricsOf('rural-security', '4002');
    expect(rural).toMatch(/^tieuchi_pool_connections\{state="idle"\} [1-9]/m);
    expect(rural).toMatch(/^tieuchi_register_swapped_timestamp_seconds \d{10}/m);
    const editions = [await metricsOf('geography', '4001'), rural, await metricsOf('model-ward', '4003')].map(
      (text) => /^tieuchi_register_edition (\d+)$/m.exec(text)?.[1],
    );
    expect(new Set(editions).size).toBe(1);
    expect(editions[0]).toMatch(/^\d+$/);
  });

  it('compare the kept counts with their rows, and say that none differs', async () => {
    await metricsOf('rural-security', '4002');
    for (let asked = 0; asked < 50; asked += 1) {
      const text = await metricsOf('rural-security', '4002');
      if (/^tieuchi_tallies_differing 0$/m.test(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the comparison was not made, or counts differ');
  });

  it('hold the drill as well, which says in one line that it reaches no database', () => {
    const { status, stderr } = spawnSync(process.execPath, ['services/standalone/dist/main-drill.js'], {
      cwd: image.workFolder,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: 'postgres://tieuchi:x@127.0.0.1:1/tieuchi',
        TIEUCHI_DATA_DIR: process.env.TIEUCHI_TEST_DATA,
        ...Object.fromEntries(Object.entries(env).filter(([name]) => /_(APP|OWNER)_PASSWORD$/.test(name))),
      },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('geography_owner cannot connect')]);
  });

  it('write nothing into the image', () => {
    expect(listFiles()).toBe(filesBefore);
  });
});

describe('the logs of all of them', () => {
  it('name a request by its id and trace, in the gateway and in the service that it asked', async () => {
    // a question of its own: an answer that is kept asks no service
    await ask('{ country { fullName } quotaCheck(rule: "mps-2023-12") { held } }');
    for (const name of ['gateway', 'geography', 'model-ward']) {
      // a line is written when the answer has gone
      await until(`a line of ${name}`, async () =>
        linesOf(name).some(({ address, correlationId }) => address === '/graphql' && correlationId === REQUEST_ID),
      );
      expect(linesOf(name)).toContainEqual(
        expect.objectContaining({
          service: name,
          address: '/graphql',
          status: 200,
          correlationId: REQUEST_ID,
          traceparent: TRACEPARENT,
        }),
      );
    }
  });

  it('hold no token, no name, no variable and no typed text: refused tokens, mutations, questions, files', async () => {
    const officer = tokens.get(Role.COMMUNE_OFFICER)!;
    const [name, place, mail] = PRIVATE;
    const refused = await ask('{ country { name } }', {}, { authorization: `Bearer ${officer}x` });
    expect(refused.status).toBe(401);
    await ask(
      'mutation ($input: RegisterModelWardInput!) { registerModelWard(input: $input) { userErrors { code } } }',
      { input: { unitCode: name, year: 2023, registeredOn: '2023-03-01', expectedVersion: null } },
      { authorization: `Bearer ${officer}` },
    );
    await ask(`{ searchUnits(text: ${JSON.stringify(place)}) { name } }`);
    await ask('query ($of: String!) { province(code: $of) { name } }', { of: mail });
    await fetch(`${gatewayUrl()}/export/${encodeURIComponent(name)}.csv?unit=${encodeURIComponent(place)}`);
    await fetch(`${gatewayUrl()}/imports?kind=assessments&name=${encodeURIComponent(mail)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${officer}` },
      body: `Họ tên\n${name}`,
    });
    const logs = SERVICES.map(logOf).join('\n');
    expect(logs).toContain('"refusedWith":"UNAUTHENTICATED"');
    expect(linesOf('gateway').length).toBeGreaterThan(8);
    for (const each of [
      ...PRIVATE,
      ...PRIVATE.map(encodeURIComponent),
      'Bí M',
      'ng\\u',
      officer.slice(0, 40),
      'Bearer',
      env.INTERNAL_KEY!,
    ]) {
      expect([each, logs.includes(each)]).toEqual([each, false]);
    }
    expect(logs).not.toMatch(/eyJ[A-Za-z0-9_-]{10}|postgres:\/\/|registerModelWard|"variables"|"query"|"parameters"/);
  }, 60_000);

  it('name the service that did not answer a fetch, and the client hears no address', async () => {
    const modelWard = system.containers.get('model-ward')!;
    // the process stands still; what waits for it is cut off by the deadline
    modelWard.process.kill('SIGSTOP');
    try {
      const { errors, text } = await ask('{ quotaCheck(rule: "mps-2022-11") { required } }');
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
      expect(text).not.toMatch(/127\.0\.0\.1|:4003/);
    } finally {
      modelWard.process.kill('SIGCONT');
    }
    // the answer may be here before the line is
    await until('the line that names the service', async () =>
      linesOf('gateway').some(
        ({ subgraph, msg, correlationId }) =>
          subgraph === 'model-ward' && msg === 'subgraph did not answer' && correlationId === REQUEST_ID,
      ),
    );
    expect(await metricsOf('gateway', '9464')).toMatch(
      /^tieuchi_fetch_seconds_count\{subgraph="model-ward",outcome="failed"\} 1$/m,
    );
  }, 60_000);
});

describe('the end', () => {
  it('comes to each of them within its grace after SIGTERM, with exit code 0', async () => {
    for (const name of [...SERVICES].reverse()) {
      const grace = Number.parseInt(compose.services[name]!.stop_grace_period!, 10) * 1_000;
      const { code, ms } = await system.containers.get(name)!.stop();
      expect([name, code, ms < grace]).toEqual([name, 0, true]);
    }
  }, 60_000);

  it('comes at once to a start with a fault in the file, in words', async () => {
    const broken = structuredClone(compose) as { services: Record<string, { environment: Record<string, string> }> };
    delete broken.services.geography!.environment.INTERNAL_KEY;
    await expect(startComposition(broken as unknown as ComposeFile, image, database, env, volumes)).rejects.toThrow(
      'geography ended with 1: geography: environment: INTERNAL_KEY: is missing',
    );
  }, 60_000);
});
