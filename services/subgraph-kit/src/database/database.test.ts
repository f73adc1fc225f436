import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { Deadline } from '../deadline';
import { type Actor, Role } from '../identity/actor';
import { StartError } from '../start-error';
import { Database, migrate, SEE_TO_COUNT } from './database';
import type { ServiceUrls } from './provision';

const SCHEMA = 'rural_security';
const WHO = `select current_setting('app.actor', true) as subject, current_setting('app.role', true) as role,
  current_setting('app.scope', true) as scope`;

const actor = (subject: string): Actor => ({ subject, role: Role.COMMUNE_OFFICER, scope: `scope of ${subject}` });
const OFFICER = actor('officer');

let place: TestDatabase;
let urls: ServiceUrls;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  place = await openTestDatabase('real');
  urls = place.urlsOf({ schema: SCHEMA });
  database = await Database.connect({
    url: urls.appUrl,
    schema: SCHEMA,
    poolSize: 2,
    statementTimeoutMs: 400,
    onStatement: (sql) => statements.push(sql),
  });
  await place.query(
    `create table ${SCHEMA}.note (text text primary key, written_by text default current_setting('app.actor'))`,
  );
  await place.query(`grant select, insert on ${SCHEMA}.note to ${SCHEMA}_app`);
});
afterAll(async () => {
  await database.close();
  await place.stop();
});

describe('a statement', () => {
  it('runs as its actor when it reads', async () => {
    expect(await database.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
  });

  it('runs as its actor when it writes', async () => {
    expect(await database.write(OFFICER, (tx) => tx.query(WHO))).toEqual([OFFICER]);
  });

  it.each(["o'brien", 'sở công an', '"; drop table note; --', '$1', ''])(
    'runs as %j, whatever the name holds',
    async (subject) => {
      expect(await database.read<Actor>(actor(subject), WHO)).toEqual([actor(subject)]);
    },
  );

  it('does not run when it cannot be said who asks', async () => {
    await expect(database.read(actor('nobody\0'), "select 'ran' as what")).rejects.toThrow();
    expect(await database.read(OFFICER, WHO)).toEqual([OFFICER]);
  });

  it('runs as its own actor among a hundred others on two connections', async () => {
    const asked = Array.from({ length: 100 }, (_, index) => actor(`actor ${index}`));
    const slept = (index: number) => `${WHO}, pg_sleep(${index % 7 === 0 ? 0.01 : 0})`;
    const seen = await Promise.all(
      asked.map((one, index) =>
        index % 5 === 0
          ? database.write(one, (tx) => tx.query(WHO) as Promise<Actor[]>)
          : database.read<Actor>(one, slept(index)),
      ),
    );
    expect(seen.map(([one]) => one?.subject)).toEqual(asked.map(({ subject }) => subject));
    expect(seen.map(([one]) => one?.scope)).toEqual(asked.map(({ scope }) => scope));
  });

  it('leaves nothing of its actor on the connection', async () => {
    await database.read(OFFICER, WHO);
    const pool = (database as unknown as { pool: import('pg').Pool }).pool;
    for (const { rows } of await Promise.all([pool.query(WHO), pool.query(WHO), pool.query(WHO)])) {
      expect(rows).toEqual([{ subject: '', role: '', scope: '' }]);
    }
  });

  it('is told of once, without the control of its transaction', async () => {
    statements.splice(0);
    await database.read(OFFICER, WHO);
    expect(statements).toEqual([WHO]);
  });

  it('gets days as text, not as an instant of this machine', async () => {
    const [row] = await database.read(OFFICER, "select date '2025-06-30' as day, $1::date as given", ['2025-07-01']);
    expect(row).toEqual({ day: '2025-06-30', given: '2025-07-01' });
  });

  it('cannot write where it said that it reads', async () => {
    await expect(database.read(OFFICER, "insert into note values ('read')")).rejects.toMatchObject({ code: '25006' });
    await expect(database.read(OFFICER, 'select recount_tallies()')).rejects.toThrow('read-only');
  });
});

describe('a statement that is asked often', () => {
  const ASKED = 'select $1::int + 1 as next';
  const prepared = () =>
    database.read<{ statement: string }>(OFFICER, 'select statement from pg_prepared_statements where statement = $1', [
      ASKED,
    ]);

  it('is prepared once on its connection, and answers as before', async () => {
    for (let time = 0; time < 3; time += 1) await database.read(OFFICER, ASKED, [time]);
    expect(await prepared()).toEqual([]);
    for (let time = 0; time < 9; time += 1) {
      expect(await database.read(OFFICER, ASKED, [time])).toEqual([{ next: time + 1 }]);
    }
    expect(await prepared()).toEqual([{ statement: ASKED }]);
  });

  it('is prepared after it could not be said who asks it', async () => {
    const asked = "select $1::int + 1 as next, 'after nobody' as asked";
    const single = await Database.connect({ url: urls.appUrl, schema: SCHEMA, poolSize: 1 });
    for (let time = 0; time < 6; time += 1) {
      await expect(single.read(actor('nobody\0'), asked, [time])).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    expect(await single.read(OFFICER, asked, [1])).toEqual([{ next: 2, asked: 'after nobody' }]);
    await single.close();
  });

  it.each([
    ['BY_VALUES', { custom_plans: '5', generic_plans: '0' }],
    ['ONCE', { custom_plans: '0', generic_plans: '5' }],
  ] as const)('is planned %s where its asker says so', async (planning, plans) => {
    const listed = `select '${planning}' as planning where $1::int > 0`;
    for (let time = 0; time < 8; time += 1) await database.read(OFFICER, listed, [time], planning);
    const counted = 'select custom_plans, generic_plans from pg_prepared_statements where statement = $1';
    expect(await database.read(OFFICER, counted, [listed])).toEqual([plans]);
  });

  it('leaves the planning of its connection as it was', async () => {
    const mode = "select current_setting('plan_cache_mode') as mode";
    expect(await database.read(OFFICER, mode, [], 'ONCE')).toEqual([{ mode: 'force_generic_plan' }]);
    expect(await database.count(OFFICER, mode, [], 'ONCE')).toEqual([{ mode: 'force_generic_plan' }]);
    expect(await database.read(OFFICER, mode)).toEqual([{ mode: 'auto' }]);
    await database.join(OFFICER, async (tx, transaction) => {
      await database.forAnswer({ asOf: null, transaction }).read(OFFICER, 'select', [], 'ONCE');
      expect(await tx.query(mode)).toEqual([{ mode: 'auto' }]);
    });
  });

  it('runs as whoever asks it, each time', async () => {
    for (const subject of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect(await database.read<Actor>(actor(subject), WHO)).toEqual([actor(subject)]);
    }
  });

  it('fails once on each connection that prepared it when its columns have changed, and then answers', async () => {
    await place.query(`create table ${SCHEMA}.changing (a int); grant select on ${SCHEMA}.changing to ${SCHEMA}_app`);
    const ask = () => database.read(OFFICER, 'select * from changing');
    for (let time = 0; time < 5; time += 1) await ask();
    await place.query(`alter table ${SCHEMA}.changing add b int; insert into ${SCHEMA}.changing values (1, 2)`);
    await expect(ask()).rejects.toThrow('cached plan must not change result type');
    expect(await ask()).toEqual([{ a: 1, b: 2 }]);
    await place.query(`drop table ${SCHEMA}.changing`);
  });
});

describe('a statement that fails', () => {
  it('fails alone: the connection serves the next ones', async () => {
    for (let round = 0; round < 10; round += 1) {
      const settled = await Promise.allSettled([
        database.read(OFFICER, 'select 1 / 0'),
        database.read(OFFICER, WHO),
        database.read(OFFICER, 'select * from missing'),
        database.read(actor('other'), WHO),
        database.read(OFFICER, 'selec'),
        database.read(OFFICER, 'select $1::int', ['x']),
      ]);
      expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([false, true, false, true, false, false]);
    }
    expect(await database.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
  });

  it('takes back the whole write that it is part of', async () => {
    const write = database.write(OFFICER, async (tx) => {
      await tx.query("insert into note values ('half')");
      await tx.query('select 1 / 0');
    });
    await expect(write).rejects.toMatchObject({ code: '22012' });
    expect(await database.read(OFFICER, 'select * from note')).toEqual([]);
  });

  it('takes back the write also when it is not SQL that fails', async () => {
    const write = database.write(OFFICER, async (tx) => {
      await tx.query("insert into note values ('decided otherwise')");
      throw new Error('decided otherwise');
    });
    await expect(write).rejects.toThrow('decided otherwise');
    expect(await database.read(OFFICER, 'select * from note')).toEqual([]);
    expect(await database.write(OFFICER, (tx) => tx.query("insert into note values ('kept') returning *"))).toEqual([
      { text: 'kept', written_by: 'officer' },
    ]);
  });

  it('is ended by the server when it takes too long, and the pool recovers', async () => {
    const startedAt = Date.now();
    const settled = await Promise.allSettled(
      Array.from({ length: 6 }, () => database.read(OFFICER, 'select pg_sleep(20)')),
    );
    expect(settled.map((one) => one.status === 'rejected' && one.reason.extensions.code)).toEqual(
      Array(6).fill('QUERY_TOO_COMPLEX'),
    );
    expect(Date.now() - startedAt).toBeLessThan(4_000);
    expect(await database.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
  });
});

describe('what an answer has of its time', () => {
  const within = (ms: number, signal?: AbortSignal) =>
    database.forAnswer({ asOf: null, deadline: Deadline.after(ms, signal) });
  const TIMEOUT = "select current_setting('statement_timeout') as timeout";

  it('is what its statements have, and never more than any statement has', async () => {
    const [hurried] = await within(150).read<{ timeout: string }>(OFFICER, TIMEOUT);
    expect(Number.parseInt(hurried!.timeout, 10)).toBeLessThanOrEqual(150);
    const [patient] = await within(60_000).read<{ timeout: string }>(OFFICER, TIMEOUT);
    expect(patient).toEqual({ timeout: '400ms' });
    expect(await within(60_000).write(OFFICER, (tx) => tx.query(TIMEOUT))).toEqual([{ timeout: '400ms' }]);
  });

  it('ends its statement in the server', async () => {
    const began = Date.now();
    await expect(within(100).read(OFFICER, 'select pg_sleep(0.35)')).rejects.toMatchObject({
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
    expect(Date.now() - began).toBeLessThan(300);
    expect(await database.read(OFFICER, TIMEOUT)).toEqual([{ timeout: '400ms' }]);
  });

  it('being over, nothing is sent to the server any more, and nothing is kept', async () => {
    statements.splice(0);
    const late = { extensions: { code: 'QUERY_TOO_COMPLEX' } };
    await expect(within(0).read(OFFICER, WHO)).rejects.toMatchObject(late);
    await expect(within(5_000, AbortSignal.abort()).read(OFFICER, WHO)).rejects.toMatchObject(late);
    const write = within(100).write(OFFICER, async (tx) => {
      await tx.query("insert into note values ('late')");
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    await expect(write).rejects.toMatchObject(late);
    expect(await database.read(OFFICER, "select * from note where text = 'late'")).toEqual([]);
  });
});

describe('an answer that is one transaction', () => {
  const NOTES = "select text from note where text like 'joined%'";
  const note = (text: string) => (part: import('typeorm').EntityManager) =>
    part.query('insert into note values ($1)', [text]);

  it('reads what it wrote, and is taken back as a whole', async () => {
    const joined = database.join(OFFICER, async (_tx, transaction) => {
      const own = database.forAnswer({ asOf: null, transaction });
      await own.write(OFFICER, note('joined 1'));
      expect(await own.read(OFFICER, NOTES)).toEqual([{ text: 'joined 1' }]);
      expect(await database.read(OFFICER, NOTES)).toEqual([]);
      throw new Error('taken back');
    });
    await expect(joined).rejects.toThrow('taken back');
    expect(await database.read(OFFICER, NOTES)).toEqual([]);
  });

  it('loses the part alone that fails', async () => {
    const writes = await database.join(OFFICER, async (_tx, transaction) => {
      const own = database.forAnswer({ asOf: null, transaction });
      await own.write(OFFICER, note('joined 2'));
      await expect(own.write(OFFICER, note('joined 2'))).rejects.toMatchObject({ code: '23505' });
      return transaction.writes;
    });
    expect(writes).toBe(1);
    expect(await database.read(OFFICER, NOTES)).toEqual([{ text: 'joined 2' }]);
  });

  it('shows its readings nothing that a write before them had itself shown in order to count', async () => {
    const reading = "select coalesce(current_setting('app.reading', true), '') as reading";
    await database.join(OFFICER, async (_tx, transaction) => {
      const own = database.forAnswer({ asOf: null, transaction });
      await own.write(OFFICER, async (part) => {
        await part.query(SEE_TO_COUNT);
        const both = [own.read(OFFICER, reading), own.count(OFFICER, reading)];
        expect(await Promise.all(both)).toEqual([[{ reading: '' }], [{ reading: 'COUNTS' }]]);
        expect(await part.query(reading)).toEqual([{ reading: 'COUNTS' }]);
      });
      expect(await own.read(OFFICER, reading)).toEqual([{ reading: '' }]);
      await own.write(OFFICER, async (part) => expect(await part.query(reading)).toEqual([{ reading: '' }]));
    });
  });
});

describe('a connection that is lost', () => {
  it('by the server fails its statement, and the next one gets another', async () => {
    const reading = expect(database.read(OFFICER, 'select pg_sleep(0.3)')).rejects.toThrow();
    const writing = expect(database.write(OFFICER, (tx) => tx.query('select pg_sleep(0.3)'))).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await place.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${SCHEMA}_app' and datname = current_database()`,
    );
    await Promise.all([reading, writing]);
    expect(await database.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
  });

  it('while it is idle does no harm', async () => {
    await place.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${SCHEMA}_app' and datname = current_database()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await database.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
  });

  it('without a word fails its statements and not the process', async () => {
    const wire = await openWire(urls.appUrl);
    const own = await Database.connect({ url: wire.url, schema: SCHEMA, poolSize: 2 });
    const cut = Array.from({ length: 4 }, () => own.read(OFFICER, 'select pg_sleep(1)'));
    const settling = Promise.allSettled(cut);
    await new Promise((resolve) => setTimeout(resolve, 100));
    wire.cut();
    const settled = await settling;
    expect(settled.slice(0, 2).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await own.read<Actor>(OFFICER, WHO)).toEqual([OFFICER]);
    await own.close();
    wire.close();
  });
});

/** The way to the server through a socket that can be cut. */
async function openWire(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one.on('error', () => other.destroy()).on('close', () => other.destroy()));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = new URL(url);
  target.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return { url: target.href, cut, close: () => server.close() };
}

class First1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    // long enough for the other start to come in between
    await runner.query('create table first (id integer); select pg_sleep(0.2)');
  }
  async down() {}
}

class Second1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('insert into first values (2)');
  }
  async down() {}
}

class Failing1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('insert into first values (3); select 1 / 0');
  }
  async down() {}
}

describe('migrations', () => {
  const schema = 'model_ward';
  const migrateWith = (...migrations: (new () => MigrationInterface)[]) =>
    migrate({ ownerUrl: place.urlsOf({ schema }).ownerUrl, schema, migrations });
  const rows = () => place.query<{ id: number }>('select id from model_ward.first');

  beforeAll(() =>
    place.query('drop schema model_ward cascade; create schema model_ward authorization model_ward_owner'),
  );

  it('run once, though three starts ask for them at the same moment and another one later', async () => {
    const all = [First1700000000001, Second1700000000002];
    await Promise.all([migrateWith(...all), migrateWith(...all), migrateWith(...all)]);
    await migrateWith(...all);
    expect(await rows()).toEqual([{ id: 2 }]);
  });

  it('leave nothing of one that fails', async () => {
    await expect(migrateWith(First1700000000001, Second1700000000002, Failing1700000000003)).rejects.toThrow(
      'division by zero',
    );
    expect(await rows()).toEqual([{ id: 2 }]);
  });

  it('are refused by an older version of the software, in one line that names the newer migration', async () => {
    const older = migrateWith(First1700000000001);
    await expect(older).rejects.toBeInstanceOf(StartError);
    await expect(older).rejects.toMatchObject({ line: expect.stringContaining('model_ward: Second1700000000002') });
    expect(await rows()).toEqual([{ id: 2 }]);
  });

  it('leave no lock behind when they fail', async () => {
    // a connection that was ended takes a moment to be gone
    await new Promise((resolve) => setTimeout(resolve, 200));
    const locks = await place.query(
      `select from pg_locks where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(locks).toEqual([]);
    await migrateWith(First1700000000001, Second1700000000002);
  });
});
