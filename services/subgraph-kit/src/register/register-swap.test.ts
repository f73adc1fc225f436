import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { Database } from '../database/database';
import { serve } from '../http/serve';
import { SYSTEM } from '../identity/actor';
import { createLogger } from '../logger';
import { StartError } from '../start-error';
import type { Subgraph } from '../subgraph';
import type { RegisterSnapshot } from './register-snapshot';
import { REGISTER_PATH, type RegisterSource, registerInProcess, registerOverHttp } from './register-source';
import { heldEdition, registerReadiness, syncRegister } from './register-swap';
import { Level, UnitKind } from './unit-kind';

const KEY = 'a key that the gateway and its services share';
const none = async () => {};

function province(unitId: string, validFrom: string | null, validTo: string | null) {
  return {
    unitId,
    level: Level.PROVINCE,
    code: unitId.slice(1),
    kind: UnitKind.PROVINCE,
    name: unitId,
    districtId: null,
    provinceId: unitId,
    validFrom,
    validTo,
  };
}

function link(predecessorId: string, successorId: string, effectiveOn = '2025-07-01') {
  return { predecessorId, successorId, kind: null, effectiveOn, isMain: true };
}

/** Two provinces merge, one is split between two others, one stays; the merged one is renamed away later. */
function snapshotOf(edition: number): RegisterSnapshot {
  const ended = ['P01', 'P02', 'P03'].map((id) => province(id, null, '2025-07-01'));
  const begun = ['P11', 'P12', 'P13'].map((id) => province(id, '2025-07-01', id === 'P11' ? '2026-01-01' : null));
  return {
    edition,
    states: [
      { day: '2022-12-31', exactUntil: '2025-06-30' },
      { day: '2025-07-01', exactUntil: null },
    ],
    versions: [...ended, ...begun, province('P04', null, null), province('P21', '2026-01-01', null)],
    links: [
      link('P01', 'P11'),
      link('P02', 'P11'),
      link('P03', 'P12'),
      link('P03', 'P13'),
      link('P11', 'P21', '2026-01-01'),
    ],
    completeLineage: [],
  };
}

let published: RegisterSnapshot;
const geography = {
  name: 'geography',
  internalRoute: async (path: string) => {
    if (path === REGISTER_PATH)
      return { contentType: 'application/json', body: JSON.stringify({ edition: published.edition }) };
    if (path !== `${REGISTER_PATH}/${published.edition}`) return null;
    return { contentType: 'application/json', body: JSON.stringify(published) };
  },
  readiness: async () => ({ ready: true, waitingFor: null, versions: {} }),
} as unknown as Subgraph;

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await openTestDatabase('real');
  database = await Database.connect({
    url: place.urlsOf({ schema: 'model_ward' }).appUrl,
    schema: 'model_ward',
    poolSize: 4,
  });
});
afterAll(async () => {
  await database.close();
  await place.stop();
});

const held = () =>
  database.read<{ edition: number; swapped: string; units: string; links: string }>(
    SYSTEM,
    `select edition, swapped_at::text as swapped, (select string_agg(v::text, ' ' order by v::text) from register_unit_version v) as units,
       (select string_agg(l::text, ' ' order by l::text) from register_link l) as links from register_edition`,
  );

async function groups(countedOn: string, map: string, level = 'PROVINCE'): Promise<Record<string, string | null>> {
  const rows = await database.read<{ unit_id: string; group_id: string | null }>(
    SYSTEM,
    'select * from group_units($1, $2, $3) order by unit_id',
    [level, countedOn, map],
  );
  return Object.fromEntries(rows.map(({ unit_id, group_id }) => [unit_id, group_id]));
}

describe('the real register', () => {
  it('groups the 63 provinces under the 34 of July 2025, and leaves none of them without a place', async () => {
    const grouped = await groups('2024-11-15', '2025-07-01');
    expect(Object.keys(grouped)).toHaveLength(63);
    expect(Object.values(grouped)).not.toContain(null);
    expect(new Set(Object.values(grouped)).size).toBe(34);
  });

  it('groups each province under itself on a map of its own time', async () => {
    const grouped = await groups('2024-11-15', '2025-06-30');
    expect(Object.entries(grouped).filter(([unit, group]) => unit !== group)).toEqual([]);
  });

  it('follows nothing below the province: districts have no place on a map without districts', async () => {
    const grouped = await groups('2024-11-15', '2025-07-01', 'DISTRICT');
    expect(Object.keys(grouped).length).toBeGreaterThan(600);
    expect(new Set(Object.values(grouped))).toEqual(new Set([null]));
  });
});

describe('a swap of the register', () => {
  const swapped = (source: RegisterSource) => syncRegister(database, source, none);

  it('takes over a newer edition whole', async () => {
    published = snapshotOf(100);
    expect(await swapped(registerInProcess(geography))).toBe(100);
    expect(await heldEdition(database)).toBe(100);
    expect(await registerReadiness(database)).toEqual({ ready: true, waitingFor: null, versions: { register: '100' } });
  });

  it('writes nothing when the edition is the one held', async () => {
    const before = await held();
    const afterSwap = jest.fn(none);
    expect(await syncRegister(database, registerInProcess(geography), afterSwap)).toBe(100);
    expect(await held()).toEqual(before);
    expect(afterSwap).not.toHaveBeenCalled();
  });

  it('that fails in what rests on it keeps the old one whole', async () => {
    const before = await held();
    published = snapshotOf(101);
    const afterSwap = async () => {
      throw new Error('the totals could not be counted');
    };
    await expect(syncRegister(database, registerInProcess(geography), afterSwap)).rejects.toThrow('the totals');
    expect(await held()).toEqual(before);
  });

  it.each<[string, object]>([
    ['a unit has no id', { versions: [{ ...province('P01', null, null), unitId: null }] }],
    ['a link is there twice', { links: [link('P01', 'P11'), link('P01', 'P11')] }],
    ['validity ends before it begins', { versions: [province('P01', '2025-07-01', '2025-01-01')] }],
    ['its parts are missing', { versions: null }],
  ])('whose snapshot is broken keeps the old one whole: %s', async (_what, fault) => {
    const before = await held();
    published = { ...snapshotOf(101), ...fault };
    await expect(swapped(registerInProcess(geography))).rejects.toThrow();
    expect(await held()).toEqual(before);
  });

  it('that is killed with its connection keeps the old one whole', async () => {
    const before = await held();
    published = { ...snapshotOf(101), links: [] };
    const killed = syncRegister(database, registerInProcess(geography), async () => {
      await place.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'model_ward_app' and datname = current_database()",
      );
    });
    await expect(killed).rejects.toThrow();
    expect(await held()).toEqual(before);
  });

  it('shows readers the old one or the new one, never a mixture', async () => {
    published = snapshotOf(102);
    const seen: (number | undefined)[] = [];
    await syncRegister(database, registerInProcess(geography), async () => {
      for (let round = 0; round < 3; round += 1) {
        const [{ edition, units } = { edition: 0, units: '' }] = await held();
        expect(units).toContain('P01');
        seen.push(edition);
      }
    });
    expect(seen).toEqual([100, 100, 100]);
    expect(await heldEdition(database)).toBe(102);
  });

  it('happens once when two starts ask for it at the same moment', async () => {
    published = snapshotOf(103);
    const afterSwap = jest.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));
    const source = registerInProcess(geography);
    await Promise.all([1, 2, 3].map(() => syncRegister(database, source, afterSwap)));
    expect(afterSwap).toHaveBeenCalledTimes(1);
  });

  it('does not go back when another start has taken a newer one meanwhile', async () => {
    published = snapshotOf(104);
    const overtaken: RegisterSource = {
      currentEdition: async () => 104,
      async fetchSnapshot() {
        published = snapshotOf(105);
        await syncRegister(database, registerInProcess(geography), none);
        return snapshotOf(104);
      },
    };
    expect(await swapped(overtaken)).toBe(105);
    expect(await heldEdition(database)).toBe(105);
  });
});

describe('a register over HTTP', () => {
  const options = { host: '127.0.0.1', port: 0, internalKey: KEY, logger: createLogger('test', 'fatal') };

  it('is taken over like one in the same process', async () => {
    published = snapshotOf(110);
    const server = await serve(geography, options);
    expect(await syncRegister(database, registerOverHttp(server.url, KEY), none)).toBe(110);
    await server.drain();
  });

  it('whose snapshot does not end in time keeps the old one whole', async () => {
    const before = await held();
    const hanging = {
      ...geography,
      internalRoute: (path: string) =>
        path === REGISTER_PATH ? geography.internalRoute!(path) : new Promise<null>(() => {}),
    };
    published = snapshotOf(111);
    const server = await serve(hanging, options);
    await expect(syncRegister(database, registerOverHttp(server.url, KEY, 200), none)).rejects.toBeInstanceOf(
      StartError,
    );
    expect(await held()).toEqual(before);
    await server.drain(0);
  });

  it('says in one line when geography does not answer, or not to us', async () => {
    const server = await serve(geography, options);
    const wrongKey = registerOverHttp(server.url, 'another key that nobody else knows').currentEdition();
    await expect(wrongKey).rejects.toMatchObject({
      line: expect.stringMatching(/geography answered 401 .* INTERNAL_KEY/),
    });
    await server.drain();
    const gone = registerOverHttp(server.url, KEY).currentEdition();
    await expect(gone).rejects.toMatchObject({
      line: expect.stringMatching(/geography does not answer .* GEOGRAPHY_URL/),
    });
  });
});

describe('units grouped on another map', () => {
  it('go to the one unit in which they all end, or are unplaced where that is not one', async () => {
    expect(await groups('2024-11-15', '2025-07-01')).toEqual({ P01: 'P11', P02: 'P11', P03: null, P04: 'P04' });
  });

  it('stay themselves before the change', async () => {
    expect(await groups('2024-11-15', '2025-06-30')).toEqual({ P01: 'P01', P02: 'P02', P03: 'P03', P04: 'P04' });
  });

  it('are followed through two changes', async () => {
    expect(await groups('2024-11-15', '2026-01-01')).toMatchObject({ P01: 'P21', P02: 'P21', P03: null });
  });

  it('are followed backwards by the same rule: only what was split has one place on an old map', async () => {
    expect(await groups('2025-07-01', '2024-11-15')).toEqual({ P04: 'P04', P11: null, P12: 'P03', P13: 'P03' });
  });

  it('are placed again where a split is mended by a later merger', async () => {
    published = snapshotOf(120);
    const mended = [link('P12', 'P22', '2027-01-01'), link('P13', 'P22', '2027-01-01')];
    const versions = published.versions.map((one) =>
      /P1[23]/.test(one.unitId) ? { ...one, validTo: '2027-01-01' } : one,
    );
    published = {
      ...published,
      versions: [...versions, province('P22', '2027-01-01', null)],
      links: [...published.links, ...mended],
    };
    await syncRegister(database, registerInProcess(geography), none);
    expect(await groups('2024-11-15', '2026-06-01')).toMatchObject({ P03: null });
    expect(await groups('2024-11-15', '2027-01-01')).toMatchObject({ P03: 'P22' });
  });

  it('do not walk in circles', async () => {
    published = { ...snapshotOf(121), links: [link('P01', 'P02'), link('P02', 'P01')] };
    await syncRegister(database, registerInProcess(geography), none);
    expect(await groups('2024-11-15', '2025-07-01')).toMatchObject({ P01: null, P02: null });
  });
});
