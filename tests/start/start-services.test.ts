import { ask, DEMONSTRATION_STANDING, STANDING } from './ask';
import { StartFixture } from './start-fixture';
import type { StartProcess } from './start-process';

const fixture = new StartFixture();
let folder: string;

beforeAll(async () => {
  folder = await fixture.demonstrationFolder();
}, 180_000);
afterEach(() => fixture.expectNoTraces());
afterAll(() => fixture.cleanUp(), 60_000);

const ENDINGS: [string, NodeJS.Signals, (start: StartProcess) => number][] = [
  ['SIGTERM to npm alone', 'SIGTERM', (start) => start.group],
  ['SIGTERM to the program', 'SIGTERM', (start) => start.nodePid()],
  ['SIGKILL to the program', 'SIGKILL', (start) => start.nodePid()],
  ['Ctrl-C', 'SIGINT', (start) => -start.group],
  ['SIGKILL to the whole process group', 'SIGKILL', (start) => -start.group],
];

describe('services as processes of their own', () => {
  it.each(ENDINGS)(
    'answer the national question, and %s leaves none of them running',
    async (_, signal, target) => {
      const start = fixture.start({ folder, by: 'npm', script: 'start:services' });
      const url = await start.ready();
      for (const name of ['geography', 'rural-security', 'model-ward', 'gateway']) {
        expect(start.output).toMatch(new RegExp(`^${name} +http://127\\.0\\.0\\.1:\\d+$`, 'm'));
      }
      expect(await ask(url, STANDING)).toEqual({ status: 200, data: DEMONSTRATION_STANDING, errors: undefined });
      process.kill(target(start), signal);
      await start.gone();
    },
    120_000,
  );

  it('print no tokens where others can reach them', async () => {
    const start = fixture.start({ folder, script: 'start:services', environment: { HOST: '0.0.0.0' } });
    await start.ready();
    expect(start.said()).not.toMatch(/token|eyJ/);
    await start.stop();
  }, 120_000);

  it('say in one line that the port of the gateway is in use, and none stays', async () => {
    const holder = fixture.start({ folder: await fixture.demonstrationFolder() });
    const { port } = new URL(await holder.ready());
    const start = fixture.start({ folder, script: 'start:services', environment: { PORT: port } });
    expect((await start.ending()).code).toBe(1);
    await start.gone();
    expect(
      start.errors
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('tieuchi: ')),
    ).toEqual([expect.stringContaining(`port ${port} is in use`)]);
    await holder.stop();
  }, 120_000);
});
