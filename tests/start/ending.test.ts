import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ask, DEMONSTRATION_STANDING, STANDING } from './ask';
import { query, StartFixture, superuserUrl } from './start-fixture';
import { poll, type StartProcess } from './start-process';

const fixture = new StartFixture();
let running: StartProcess;

beforeAll(async () => {
  running = fixture.start({ folder: await fixture.demonstrationFolder(), by: 'npm' });
  await running.ready();
  await query(superuserUrl(running.folder), 'create table kept (n int generated always as identity, run text)');
}, 180_000);
afterEach(() => fixture.expectNoTraces());
afterAll(() => fixture.cleanUp(), 60_000);

/** Writes row after row until the database goes; resolves to how many were acknowledged. */
function writeRows(url: string, run: string): { acknowledged(): number; over: Promise<void> } {
  let acknowledged = 0;
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  const write = async () => {
    await client.connect();
    for (;;) {
      await client.query('insert into kept (run) values ($1)', [run]);
      acknowledged += 1;
    }
  };
  return { acknowledged: () => acknowledged, over: write().catch(() => {}) };
}

const group = (start: StartProcess) => start.group;
const ENDINGS: [string, NodeJS.Signals, (start: StartProcess) => number][] = [
  ['Ctrl-C in its terminal', 'SIGINT', (start) => -group(start)],
  ['its terminal being closed', 'SIGHUP', (start) => -group(start)],
  ['SIGTERM to npm alone', 'SIGTERM', group],
  ['SIGKILL to npm alone', 'SIGKILL', group],
  ['SIGTERM to the Node process', 'SIGTERM', (start) => start.nodePid()],
  ['SIGKILL to the Node process', 'SIGKILL', (start) => start.nodePid()],
  ['SIGKILL to the whole process group', 'SIGKILL', (start) => -group(start)],
];

const INTERRUPTIONS: [NodeJS.Signals, (start: StartProcess) => number][] = [
  ['SIGKILL', (start) => -group(start)],
  ['SIGTERM', group],
];

describe('after', () => {
  // one folder for all: the start that follows an ending is the one that ends next
  it.each(ENDINGS)(
    '%s nothing is left running, and the next start has every acknowledged row',
    async (name, signal, target) => {
      const { folder } = running;
      const writing = writeRows(superuserUrl(folder), name);
      await poll(
        () => writing.acknowledged() > 20,
        30_000,
        () => running.said(),
      );
      expect(running.processes().length).toBeGreaterThan(8);
      process.kill(target(running), signal);
      await running.gone();
      await writing.over;

      running = fixture.start({ folder, by: 'npm' });
      const url = await running.ready();
      expect((await ask(url, STANDING)).data).toEqual(DEMONSTRATION_STANDING);
      const [row] = await query<{ n: number }>(
        superuserUrl(folder),
        `select count(*)::int as n from kept where run = '${name}'`,
      );
      // one more may be there: committed, but not answered before the end
      expect([writing.acknowledged(), writing.acknowledged() + 1]).toContain(row?.n);
    },
    120_000,
  );

  it.each([
    ['Ctrl-C under npm', 'npm', 'SIGINT'],
    ['the closing of the terminal under npm', 'npm', 'SIGHUP'],
    ['Ctrl-C without npm', 'node', 'SIGINT'],
  ] as const)(
    '%s a request that was running is still answered',
    async (_, by, signal) => {
      const { folder } = running;
      await running.stop();
      running = fixture.start({ folder, by });
      const url = await running.ready();
      const blocker = new Client({ connectionString: superuserUrl(folder) });
      blocker.on('error', () => {});
      await blocker.connect();
      await blocker.query('begin; lock table rural_security.security_tally in access exclusive mode');
      const answer = ask(url, STANDING).catch((error: Error) => error);
      await untilWaiting(superuserUrl(folder));
      process.kill(-running.group, signal);
      // longer than it takes the program to see that npm is gone, shorter than it waits for requests
      await sleep(1_000);
      await blocker.query('commit').catch(() => {});
      expect(await answer).toMatchObject({ status: 200, data: DEMONSTRATION_STANDING });
      await blocker.end().catch(() => {});
      await running.gone();
      running = fixture.start({ folder, by: 'npm' });
      await running.ready();
    },
    120_000,
  );
});

describe('a first start', () => {
  it('leaves nothing running when it is interrupted, and the next one comes up whole', async () => {
    const folder = fixture.newFolder();
    for (const [signal, target] of INTERRUPTIONS) {
      const start = fixture.start({ folder, by: 'npm' });
      await poll(
        () => start.output.includes('loading the administrative maps'),
        60_000,
        () => start.said(),
      );
      process.kill(target(start), signal);
      await start.gone();
      expect(start.output).not.toContain('is ready');
    }
    const whole = fixture.start({ folder });
    expect((await ask(await whole.ready(), STANDING)).data).toEqual(DEMONSTRATION_STANDING);
    await whole.stop();
  }, 180_000);
});

/** Until a session waits for a lock. */
async function untilWaiting(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if ((await query(url, "select from pg_stat_activity where wait_event_type = 'Lock'")).length > 0) return;
  }
  throw new Error('no request came to wait for the table');
}
