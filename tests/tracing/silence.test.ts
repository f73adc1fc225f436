import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevelopmentTokens } from '@tieuchi/gateway';

const ROOT = join(__dirname, '../..');

/** Packages of OpenTelemetry that a process has loaded after `script`. */
function loadedBy(script: string): string[] {
  const print = `${script};
    const names = Object.keys(require.cache).map((file) => /@opentelemetry\\/([a-z-]+)\\//.exec(file)?.[1]);
    console.log(JSON.stringify([...new Set(names)].filter(Boolean).sort()));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', print], { cwd: ROOT, encoding: 'utf8' }));
}

const KIT = "const kit = require('./services/subgraph-kit/dist/index.js')";

describe('a process without a collector', () => {
  it('loads nothing of what sends traces: of OpenTelemetry only the interface that prom-client names', () => {
    expect(loadedBy(`${KIT}; kit.startTracing('a', {})`)).toEqual(['api']);
    expect(
      loadedBy(
        `${KIT}; kit.startTracing('a', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:65001' })`,
      ),
    ).toEqual(['api']);
  });

  it('loads it where one is named', () => {
    const sending = loadedBy(
      `${KIT}; kit.startTracing('a', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:65001' })`,
    );
    expect(sending).toEqual(expect.arrayContaining(['exporter-trace-otlp-http', 'sdk-trace-node']));
  });
});

/** Run before a program: notes every place that it connects to. */
const watch = (file: string) => `
  const net = require('node:net');
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...asked) {
    const [{ host, port } = {}] = Array.isArray(asked[0]) ? asked[0] : asked;
    require('node:fs').appendFileSync(${JSON.stringify(file)}, host + ':' + port + '\\n');
    return connect.apply(this, asked);
  };`;

describe('a gateway', () => {
  it('connects to nobody whom its variables do not name, at its end neither: Apollo hears nothing of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieuchi-silence-'));
    const places = join(folder, 'places');
    writeFileSync(places, '');
    writeFileSync(join(folder, 'watch.cjs'), watch(places));
    await issueDevelopmentTokens(join(folder, 'issuer'));
    const service = 'http://127.0.0.1:65001';
    const gateway = spawn(process.execPath, ['--require', join(folder, 'watch.cjs'), 'gateway/dist/main.js'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        ...{ PORT: '0', GEOGRAPHY_URL: service, RURAL_SECURITY_URL: service, MODEL_WARD_URL: service },
        INTERNAL_KEY: 'a key that the gateway and its services share',
        TIEUCHI_ISSUER_DIR: join(folder, 'issuer'),
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(gateway, 'exit');
    const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
    // so that the file is known to note what there is to note
    await fetch(new URL('/readyz', /http:\S+\//.exec(String(line))![0]));
    gateway.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    const noted = readFileSync(places, 'utf8').trim().split('\n');
    rmSync(folder, { recursive: true, force: true });
    expect(noted).toContain('127.0.0.1:65001');
    expect(noted.filter((place) => place !== '127.0.0.1:65001')).toEqual([]);
  }, 60_000);
});
