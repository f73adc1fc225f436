import { Role } from '@tieuchi/subgraph-kit';
import { hasConversionTable, readConversionTable } from '../support/reference';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';

const RENAMING = JSON.stringify({
  effectiveOn: '2027-01-01',
  decision: { number: '1/NQ-THU', date: '2026-12-01', issuer: 'a made-up issuer' },
  changes: [{ change: 'RENAME', level: 'COMMUNE', code: '00004', fullName: 'Phường Thử Nghiệm' }],
});

let system: TestSystem;
beforeEach(async () => {
  system = await startTestSystem('demo');
}, 60_000);
afterEach(() => system.stop());

interface Outcome {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: reports differ by kind of file
  readonly body: any;
}

async function send(
  content: string | Buffer,
  query: Record<string, string>,
  role: Role = Role.MINISTRY,
): Promise<Outcome> {
  const url = new URL('/imports', system.url);
  url.search = new URLSearchParams(query).toString();
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${system.tokens.get(role)}` },
    body: content instanceof Buffer ? new Uint8Array(content) : content,
  });
  return { status: response.status, body: await response.json() };
}

const nameOn = async (day: string) => {
  const { data } = await system.ask(`query @asOf(map: "${day}") { commune(code: "00004") { id fullName validFrom } }`);
  return data.commune;
};
const editions = () => system.database.query<{ edition: number }>('select edition from geography.edition order by 1');

describe('a reorganisation file', () => {
  it('previews, applies from its day on, and changes nothing the second time', async () => {
    const before = await nameOn('2027-01-01');
    const preview = await send(RENAMING, { kind: 'reorganisation', dryRun: 'true' });
    expect(preview).toMatchObject({ status: 200, body: { status: 'PREVIEWED' } });
    expect(preview.body.report.changed).toHaveLength(1);
    expect(await nameOn('2027-01-01')).toEqual(before);
    expect(await editions()).toHaveLength(1);

    expect((await send(RENAMING, { kind: 'reorganisation', name: 'thu.json' })).body.status).toBe('APPLIED');
    expect(await nameOn('2026-12-31')).toMatchObject({ id: before.id, fullName: before.fullName });
    expect(await nameOn('2027-01-01')).toMatchObject({ id: before.id, fullName: 'Phường Thử Nghiệm' });

    expect((await send(RENAMING, { kind: 'reorganisation' })).body.status).toBe('UNCHANGED');
    expect(await editions()).toHaveLength(2);
  });

  it('reaches the services that keep a register, which swap it once', async () => {
    await send(RENAMING, { kind: 'reorganisation' });
    await until('the registers to follow', async () => {
      const rows = await system.database.query<{ name: string }>(
        `select name from rural_security.register_unit_version where code = '00004' and level = 'COMMUNE' and valid @> date '2027-01-01'
         union all select name from model_ward.register_unit_version where code = '00004' and level = 'COMMUNE' and valid @> date '2027-01-01'`,
      );
      return rows.length === 2 && rows.every(({ name }) => name === 'Phường Thử Nghiệm');
    });
    const readiness = await (await fetch(new URL('/readyz', system.url))).json();
    expect(readiness).toMatchObject({ ready: true, services: { 'rural-security': { versions: { register: '2' } } } });
  });

  it('merges communes that came out of an earlier reorganisation: older links go on naming the one that ends', async () => {
    const merging = JSON.stringify({
      effectiveOn: '2027-01-01',
      decision: { number: '2/NQ-THU', date: '2026-12-01', issuer: 'a made-up issuer' },
      changes: [{ change: 'MERGE', level: 'COMMUNE', from: ['00008'], into: { code: '00004' } }],
    });
    const { status, body } = await send(merging, { kind: 'reorganisation' });
    expect({ status, outcome: body.status }).toEqual({ status: 200, outcome: 'APPLIED' });
    const { data, errors } = await system.ask(`query @asOf(map: "2026-12-31") {
      commune(code: "00008") { validTo predecessors { unit { code } } successors { unit { code } effectiveOn } } }`);
    expect(errors).toBeUndefined();
    expect(data.commune).toMatchObject({
      validTo: '2026-12-31',
      successors: [{ unit: { code: '00004' }, effectiveOn: '2027-01-01' }],
    });
    expect(data.commune.predecessors.length).toBeGreaterThan(0);
  });

  it('lets a commune go into one to which it gave a part before: two links, in the registers too', async () => {
    const file = (effectiveOn: string, change: object) =>
      JSON.stringify({
        effectiveOn,
        decision: { number: '3/NQ-THU', date: '2026-12-01', issuer: 'a made-up issuer' },
        changes: [{ level: 'COMMUNE', ...change }],
      });
    const parts = [
      { code: '00008', isMain: true },
      { code: '00004', link: 'PARTIAL' },
    ];
    const files = [
      file('2027-01-01', { change: 'SPLIT', code: '00008', into: parts }),
      file('2028-01-01', { change: 'DISSOLVE', code: '00008', into: [{ code: '00004' }] }),
    ];
    for (const content of files) expect((await send(content, { kind: 'reorganisation' })).body.status).toBe('APPLIED');
    await until('the registers to follow', async () => {
      const rows = await system.database.query<{ days: string[] }>(
        ['rural_security', 'model_ward']
          .map(
            (schema) => `select array_agg(effective_on::text order by effective_on) as days from ${schema}.register_link
              where effective_on > '2026-04-30'`,
          )
          .join(' union all '),
      );
      return rows.every(({ days }) => days?.join() === '2027-01-01,2028-01-01');
    });
  }, 60_000);

  it('is taken once when two send it at the same moment', async () => {
    const outcomes = await Promise.all([1, 2].map(() => send(RENAMING, { kind: 'reorganisation' })));
    expect(outcomes.map(({ body }) => body.status).sort()).toEqual(['APPLIED', 'UNCHANGED']);
    expect(await editions()).toHaveLength(2);
  });

  it.each([
    ['31 February', RENAMING.replace('2027-01-01', '2027-02-31')],
    ['a unit that there is not', RENAMING.replace('00004', '99999')],
    ['text that is no file', 'hello'],
    ['nothing', ''],
  ])('is refused with a place and a reason: %s', async (_what, content) => {
    const { status, body } = await send(content, { kind: 'reorganisation' });
    expect({ status, outcome: body.status }).toEqual({ status: 200, outcome: 'REFUSED' });
    expect(body.report.faults.length).toBeGreaterThan(0);
    for (const { place, message } of body.report.faults) expect(place.length && message.length).toBeGreaterThan(0);
    expect(await editions()).toHaveLength(1);
  });

  it.each([Role.PUBLIC, Role.VIEWER, Role.COMMUNE_OFFICER, Role.AUDITOR])('is not for %s to import', async (role) => {
    expect(await send(RENAMING, { kind: 'reorganisation' }, role)).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
    expect(await editions()).toHaveLength(1);
  });

  it('needs a kind that somebody owns', async () => {
    expect(await send(RENAMING, { kind: 'poem' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });
});

(hasConversionTable ? describe : describe.skip)("the statistics office's conversion table", () => {
  const TALLIES = 'securityTallies(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown total unplaced }';

  it('completes the lineage: below the provinces everything adds up, and no province is crossed', async () => {
    const table = readConversionTable();
    const preview = await send(table, { kind: 'conversion-table', dryRun: 'true' });
    expect(preview.body).toMatchObject({
      status: 'PREVIEWED',
      report: {
        accepted: true,
        counts: { links: 10_571, oldCommunes: 10_035, newCommunes: 3_321, splitCommunes: 440 },
      },
    });
    expect(await editions()).toHaveLength(1);
    expect((await send(table, { kind: 'conversion-table' })).body.status).toBe('APPLIED');
    expect((await send(table, { kind: 'conversion-table' })).body.status).toBe('UNCHANGED');

    const [links] = await system.database.query<{ links: number; split: number; crossing: number }>(
      `select count(*) filter (where s.level = 'COMMUNE')::int as links,
         (select count(*)::int from (select predecessor_id from geography.succession_link l join geography.unit u on u.id = l.predecessor_id
          where u.level = 'COMMUNE' group by 1 having count(*) > 1) as several) as split,
         count(*) filter (where old.level = 'COMMUNE' and not exists (select from geography.succession_link p
           where p.predecessor_id = v.province_id and p.successor_id = n.province_id) and v.province_id <> n.province_id)::int as crossing
       from geography.succession_link l
       join geography.unit s on s.id = l.successor_id join geography.unit old on old.id = l.predecessor_id
       left join geography.unit_version v on v.unit_id = l.predecessor_id and v.valid @> date '2025-06-30'
       left join geography.unit_version n on n.unit_id = l.successor_id and n.valid @> date '2025-07-01'`,
    );
    expect(links).toEqual({ links: 10_571, split: 440, crossing: 0 });
    const { data: aliased } = await system.ask(
      'query @asOf(map: "2025-07-01") { a: commune(code: "06970") { id } b: commune(code: "06978") { id } }',
    );
    expect(aliased.a).toEqual(aliased.b);

    await until('the register to follow', async () => {
      const [row] = await system.database.query<{ links_complete: boolean }>(
        `select links_complete from rural_security.register_reorganisation where effective_on = '2025-07-01'`,
      );
      return row?.links_complete === true;
    });
    await expectEveryProvinceToAddUp();
  }, 120_000);

  interface Counts {
    readonly met: number;
    readonly notMet: number;
    readonly unknown: number;
    readonly total: number;
    readonly unplaced: number;
  }

  async function expectEveryProvinceToAddUp() {
    const { data: country } = await system.ask(
      `query @asOf(map: "2025-07-01") { country { ${TALLIES} provinces { code ${TALLIES} } } }`,
    );
    const provinces: { code: string; securityTallies: [Counts] }[] = country.country.provinces;
    let placed = 0;
    for (const { code, securityTallies } of provinces) {
      const { data } = await system.ask(
        `query @asOf(map: "2025-07-01") { province(code: "${code}") { communes(first: 500) { nodes { ${TALLIES} } } } }`,
      );
      const counts: Counts[] = data.province.communes.nodes.map(
        (node: { securityTallies: [Counts] }) => node.securityTallies[0],
      );
      const own = securityTallies[0];
      const crossing = await crossingCommunes(code);
      expect(counts.reduce((sum, { total }) => sum + total, 0) + crossing).toBe(own.total);
      for (const { met, notMet, unknown, total } of counts) expect(met + notMet + unknown).toBe(total);
      placed += counts.reduce((sum, { total }) => sum + total, 0);
    }
    expect(placed).toBeGreaterThan(7_000);
    expect(placed).toBeLessThan(7_692);
  }

  /** Rural communes of the old map that went into several communes of this province, counted another way. */
  async function crossingCommunes(code: string): Promise<number> {
    const [row] = await system.database.query<{ crossing: number }>(
      `select count(*)::int as crossing from (
         select l.predecessor_id from geography.succession_link l
         join geography.unit_version v on v.unit_id = l.predecessor_id and v.kind = 'RURAL_COMMUNE' and v.valid @> date '2025-06-30'
         join geography.unit_version n on n.unit_id = l.successor_id and n.valid @> date '2025-07-01'
         join geography.unit p on p.id = n.province_id and p.code = $1
         group by l.predecessor_id having count(*) > 1) as crossing`,
      [code],
    );
    return row?.crossing ?? 0;
  }
});

describe('a request that is no import', () => {
  it('says what is wrong with it to everybody, and not who may import', async () => {
    const authorization = `Bearer ${system.tokens.get(Role.COMMUNE_OFFICER)}`;
    const ask = async (method: string, path: string) => {
      const response = await fetch(new URL(path, system.url), { method, headers: { authorization } });
      return { status: response.status, body: await response.json() };
    };
    const refused = (message: string) => ({
      status: 400,
      body: { errors: [{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(await ask('GET', '/imports?kind=programme')).toMatchObject(refused('with POST'));
    expect(await ask('POST', '/imports')).toMatchObject(refused('kind: "" – known: conversion-table'));
    expect(await ask('POST', '/imports?kind=constructor')).toMatchObject(refused('known: conversion-table'));
    expect(await ask('POST', '/imports?kind=programme')).toMatchObject({ status: 403 });
  });
});
