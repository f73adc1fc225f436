import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { dataFolder } from './data-folder';
import { childrenOf, LauncherFixture, type LauncherProcess, processesIn, query, waitUntil } from './launcher-fixture';
import { readPostmaster } from './running-server';

const fixture = new LauncherFixture();

afterAll(() => fixture.cleanUp());

/** Writes row after row until the server goes; `acknowledged` counts those whose commit was answered. */
function writeRows(url: string): { acknowledged(): number; over: Promise<void> } {
  let acknowledged = 0;
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  const write = async (): Promise<void> => {
    await client.connect();
    await client.query('create table row_written (n int primary key)');
    for (;;) {
      await client.query('insert into row_written values ($1)', [acknowledged + 1]);
      acknowledged += 1;
    }
  };
  return { acknowledged: () => acknowledged, over: write().catch(() => {}) };
}

async function expectKept(dataDir: string, acknowledged: number): Promise<void> {
  const again = await fixture.start({ dataDir });
  const [row] = await query<{ count: number }>(again.url, 'select count(*)::int from row_written');
  expect(acknowledged).toBeGreaterThan(20);
  // one more may be there: committed, but not answered before the end
  expect([acknowledged, acknowledged + 1]).toContain(row?.count);
  await again.stop();
}

function watchersOf({ pid }: LauncherProcess): number[] {
  const shells = childrenOf(pid);
  return [...shells, ...shells.flatMap(childrenOf)];
}

describe('a PostgreSQL whose parent dies', () => {
  it.each([
    ['parent', (pid: number) => process.kill(pid, 'SIGKILL')],
    ["parent's whole process group", (pid: number) => process.kill(-pid, 'SIGKILL')],
    ['parent, by SIGTERM,', (pid: number) => process.kill(pid, 'SIGTERM')],
  ])('is gone within 5 seconds after the %s was killed, and has every row that was acknowledged', async (_, kill) => {
    const dataDir = fixture.newFolder();
    const launched = await fixture.launch({ dataDir });
    const writing = writeRows(launched.url);
    await waitUntil(() => writing.acknowledged() > 50, 10_000);
    expect(processesIn(dataDir).length).toBeGreaterThan(3);
    kill(launched.pid);
    await waitUntil(() => processesIn(dataDir).length === 0, 5_000);
    await writing.over;
    await expectKept(dataDir, writing.acknowledged());
  });

  it('starts again at once, without waiting for the old server to be gone', async () => {
    const dataDir = fixture.newFolder();
    const launched = await fixture.launch({ dataDir });
    const writing = writeRows(launched.url);
    await waitUntil(() => writing.acknowledged() > 50, 10_000);
    process.kill(launched.pid, 'SIGKILL');
    await expectKept(dataDir, writing.acknowledged());
  });

  it('is taken over as an orphan when the shells that watch it were killed too', async () => {
    const dataDir = fixture.newFolder();
    const launched = await fixture.launch({ dataDir });
    await query(launched.url, 'create table kept as select 1 as n');
    const postmaster = readPostmaster(dataFolder(dataDir))?.pid ?? 0;
    const watchers = watchersOf(launched).filter((pid) => pid !== postmaster);
    expect(watchers).toHaveLength(2);
    // stopped first: none of them may see another die and end PostgreSQL in time
    const all = [...watchers, launched.pid];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await sleep(500);
    expect(processesIn(dataDir)).toContain(postmaster);

    const server = await fixture.start({ dataDir });
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(processesIn(dataDir)).not.toContain(postmaster);
    await server.stop();
    expect(processesIn(dataDir)).toEqual([]);
  });

  it('keeps its lock when PostgreSQL disconnects everybody after the crash of one of its processes', async () => {
    const dataDir = fixture.newFolder();
    const launched = await fixture.launch({ dataDir });
    await query(launched.url, `select pg_terminate_backend(pid) from pg_stat_activity where application_name <> ''`);
    await sleep(1_000);
    const { fault } = await fixture.launch({ dataDir });
    expect(fault).toContain(`in use by another Tiêu chí, process ${launched.pid}`);
  });
});

describe('a first start that is interrupted', () => {
  it('leaves nothing that disturbs the next one', async () => {
    const dataDir = fixture.newFolder();
    const draft = /^postgres\.new-/;
    const launched = fixture.launch({ dataDir });
    await waitUntil(() => readdirSync(dataDir).some((name) => draft.test(name)), 5_000);
    await sleep(150); // in the middle of initdb
    const pid = Number(
      readdirSync(dataDir)
        .find((name) => draft.test(name))
        ?.replace(draft, ''),
    );
    process.kill(pid, 'SIGKILL');
    const { child, fault } = await launched;
    expect(fault).toBe('ended without a word');
    await waitUntil(() => child.exitCode !== null || child.signalCode !== null, 5_000);
    expect(readdirSync(dataDir)).not.toContain('postgres');
    mkdirSync(join(dataDir, `postgres.new-${process.pid}`)); // of a container's process with our number
    writeFileSync(join(dataDir, `postgres.new-${process.pid}`, 'half'), '');

    const server = await fixture.start({ dataDir });
    expect(server.firstStart).toBe(true);
    expect(readdirSync(dataDir).filter((name) => draft.test(name))).toEqual([]);
    await server.stop();
  });
});
