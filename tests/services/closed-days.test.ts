import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { type AsOf, Database, endOfDayInVietnam, SYSTEM } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2026-01-31';
const LAST_INSTANT = '2026-01-31T23:59:59.9+07:00';
const TODAY = '2026-11-22';
const OVERVIEW = `{ country { attainment(indicator: "${INDICATOR}", year: 2025) { met notMet } } }`;
const KNOWN = 'select count(*)::int as rows from assessment where recorded_from < $1 and year = 2025';

let system: TestSystem;
let writer: Database;
beforeEach(async () => {
  system = await startTestSystem('demo');
  writer = await connect();
}, 60_000);
afterEach(async () => {
  await writer.close();
  await system.stop();
});

function connect(statementTimeoutMs?: number): Promise<Database> {
  const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
  return Database.connect({ url: appUrl, schema: 'rural_security', statementTimeoutMs });
}

/** A write that stays open until it is told to commit. */
async function holdWrite(work: (tx: EntityManager) => Promise<unknown> = async () => {}) {
  let commit = () => {};
  const told = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = writer.write(SYSTEM, async (tx) => {
    await work(tx);
    begin();
    await told;
  });
  await Promise.race([begun, ended]);
  return {
    commit: async () => {
      commit();
      await ended;
    },
  };
}

/** One commune that had met it is found, in the last moment of the day, not to. */
async function recordLate(tx: EntityManager): Promise<void> {
  const [[row]]: [{ unit_id: string; version: number }[]] = await tx.query(
    `update assessment set recorded_to = $2 where id = (select min(id) from assessment
       where indicator_id = $1 and year = 2025 and verdict = 'MET' and recorded_to is null and recorded_from < $2)
     returning unit_id, version`,
    [INDICATOR, LAST_INSTANT],
  );
  await tx.query(
    `insert into assessment (unit_id, indicator_id, year, version, state, verdict, recorded_from)
     values ($1, $2, 2025, $3, 'APPRAISED', 'NOT_MET', $4)`,
    [row!.unit_id, INDICATOR, row!.version + 1, LAST_INSTANT],
  );
}

async function waiters(): Promise<number> {
  const rows = await system.database.query(
    `select from pg_locks where locktype = 'advisory' and not granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.length;
}

const askKnownOn = async (day: string) => {
  const { data, errors } = await system.ask(`query @asOf(map: "2025-06-30", knownOn: "${day}") ${OVERVIEW}`);
  return errors ? errors[0]?.extensions.code : data.country.attainment;
};

describe('the first answer for a closed day', () => {
  it('waits for who still records on that day, and counts what he recorded; the second one does not wait', async () => {
    const [before] = await system.database.query<{ met: number; notMet: number }>(
      `select count(*) filter (where verdict = 'MET')::int as met, count(*) filter (where verdict = 'NOT_MET')::int as "notMet"
       from rural_security.assessment where indicator_id = $1 and year = 2025
         and recorded_from < $2 and coalesce(recorded_to, 'infinity') >= $2`,
      [INDICATOR, endOfDayInVietnam(DAY)],
    );
    const counted = { met: before!.met - 1, notMet: before!.notMet + 1 };
    const write = await holdWrite(recordLate);
    let isAnswered = false;
    const answer = askKnownOn(DAY).finally(() => {
      isAnswered = true;
    });
    await until('the answer to wait', async () => (await waiters()) === 1);
    expect(isAnswered).toBe(false);
    await write.commit();
    expect(await answer).toEqual(counted);

    const later = await holdWrite();
    expect(await askKnownOn(DAY)).toEqual(counted);
    // a wait that came later closed the days before it as well
    expect(await askKnownOn('2025-12-31')).toMatchObject({ met: expect.any(Number) });
    await later.commit();
  });

  it('costs no data statement more than an answer as known now', async () => {
    await askKnownOn(DAY);
    system.takeStatements();
    await askKnownOn(DAY);
    const later = system.takeStatements().length;
    await system.ask(`query @asOf(map: "2025-06-30") ${OVERVIEW}`);
    expect(later).toBe(system.takeStatements().length);
  });

  it('says so when a write goes on for long, lets other writers on, and comes when it has ended', async () => {
    const write = await holdWrite();
    const asked = askKnownOn(DAY);
    await until('the answer to wait', async () => (await waiters()) === 1);
    const other = await connect();
    await expect(other.write(SYSTEM, (tx) => tx.query('select 1 as done'))).resolves.toEqual([{ done: 1 }]);
    await other.close();
    expect(await asked).toBe('DAY_NOT_CLOSED');
    await write.commit();
    expect(await askKnownOn(DAY)).toMatchObject({ met: expect.any(Number) });
  });
});

describe('a reading', () => {
  const known = (database: Database, asOf: AsOf) =>
    database.asKnown(asOf).read(SYSTEM, KNOWN, [endOfDayInVietnam(asOf.knownOn as string)]);

  it('as known now, or today, waits for nobody', async () => {
    const write = await holdWrite(recordLate);
    const now = await system.ask(`query @asOf(map: "2025-06-30") ${OVERVIEW}`);
    expect(now.errors).toBeUndefined();
    expect(await known(writer, { map: DAY, knownOn: TODAY, today: TODAY })).toHaveLength(1);
    await write.commit();
  });

  it('waits together with all others of that day', async () => {
    const write = await holdWrite();
    const readings = Array.from({ length: 5 }, () => known(writer, { map: DAY, knownOn: DAY, today: TODAY }));
    await until('the readings to wait', async () => (await waiters()) > 0);
    expect(await waiters()).toBe(1);
    await write.commit();
    expect(new Set((await Promise.all(readings)).map(([row]) => JSON.stringify(row))).size).toBe(1);
  });

  it('is refused where the database’s own clock is not past the day, and is not remembered as closed', async () => {
    const future = { map: DAY, knownOn: '2999-01-01', today: '2999-01-02' };
    for (let round = 0; round < 2; round += 1) {
      await expect(known(writer, future)).rejects.toMatchObject({ extensions: { code: 'KNOWN_ON_IN_FUTURE' } });
    }
  });

  it('is refused where a repository was handed a database that was not asked for the day', async () => {
    await expect(writer.read(SYSTEM, KNOWN, [endOfDayInVietnam(DAY)])).rejects.toThrow('asKnown');
  });
});
