import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

const INDICATOR = 'ntm-2021-2025/19.2';

interface Commune {
  readonly unit_id: string;
  readonly district_id: string;
  readonly province_id: string;
}

let database: TestDatabase;
let communes: Commune[];
beforeAll(async () => {
  database = await openTestDatabase('real');
  communes = await database.query<Commune>(
    `select unit_id, district_id, province_id from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' order by unit_id`,
  );
}, 60_000);
afterAll(() => database.stop());

/** A connection as the application's role, acting for an officer, as the service would open it. */
async function connectAsOfficer(): Promise<Client> {
  const client = new Client({
    connectionString: database.urlsOf(RURAL_SECURITY_ROLES).appUrl,
    options: '-c search_path=rural_security,public',
  });
  await client.connect();
  await client.query(
    "select set_config('app.actor', 'officer', false), set_config('app.role', 'COMMUNE_OFFICER', false), set_config('app.scope', 'VN', false)",
  );
  return client;
}

function record(client: Client, unitId: string, verdict: 'MET' | 'NOT_MET' | 'UNKNOWN', year = 2025) {
  const state = verdict === 'UNKNOWN' ? 'SUBMITTED' : 'APPRAISED';
  const reason = verdict === 'UNKNOWN' ? 'AWAITING_APPRAISAL' : null;
  return client.query(
    `insert into assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason, self_verdict)
     select $1, $2, $3::int, coalesce(max(version), 0) + 1, $4, $5, $6, 'MET'
     from assessment where unit_id = $1 and indicator_id = $2 and year = $3`,
    [unitId, INDICATOR, year, state, verdict, reason],
  );
}

function close(client: Client, unitId: string, year = 2025) {
  return client.query(
    `update assessment set recorded_to = clock_timestamp()
     where unit_id = $1 and indicator_id = $2 and year = $3 and recorded_to is null`,
    [unitId, INDICATOR, year],
  );
}

async function tallyOf(unitId: string) {
  const rows = await database.query<{ met: number; not_met: number; awaiting_appraisal: number; total: number }>(
    `select met, not_met, awaiting_appraisal, total from rural_security.security_tally
     where unit_id = $1 and indicator_id = $2 and year = 2025`,
    [unitId, INDICATOR],
  );
  return rows[0];
}

/** Every kept tally against a count written another way, straight from the rows. */
async function differencesFromOracle(): Promise<object[]> {
  return database.query(
    `with counted as (
       select t.unit_id, t.indicator_id, t.year, t.population_id,
         (select count(*) from rural_security.register_unit_version v
          where v.level = p.level and v.kind = any(p.kinds) and v.valid @> t.counted_on
            and t.unit_id in (v.district_id, v.province_id, 'VN')) as total,
         (select count(*) from rural_security.assessment a, rural_security.register_unit_version v
          where a.recorded_to is null and a.verdict = 'MET' and a.indicator_id = t.indicator_id and a.year = t.year
            and v.unit_id = a.unit_id and v.valid @> t.counted_on and v.kind = any(p.kinds)
            and t.unit_id in (v.district_id, v.province_id, 'VN')) as met,
         (select count(*) from rural_security.assessment a, rural_security.register_unit_version v
          where a.recorded_to is null and a.verdict = 'NOT_MET' and a.indicator_id = t.indicator_id and a.year = t.year
            and v.unit_id = a.unit_id and v.valid @> t.counted_on and v.kind = any(p.kinds)
            and t.unit_id in (v.district_id, v.province_id, 'VN')) as not_met
       from rural_security.security_tally t
       join rural_security.population p on p.indicator_id = t.indicator_id and p.id = t.population_id
       where t.year = 2025 and t.level <> 'DISTRICT')
     select c.* from counted c
     join rural_security.security_tally t using (unit_id, indicator_id, year, population_id)
     where (c.total, c.met, c.not_met) is distinct from (t.total, t.met, t.not_met)`,
  );
}

describe('tallies', () => {
  it('follow an officer’s submission up to the country, in the same transaction', async () => {
    const commune = communes[0] as Commune;
    const client = await connectAsOfficer();
    await client.query('begin');
    await record(client, commune.unit_id, 'UNKNOWN');
    const inside = await client.query(
      "select awaiting_appraisal from security_tally where unit_id = 'VN' and indicator_id = $1 and year = 2025",
      [INDICATOR],
    );
    expect(inside.rows[0]).toEqual({ awaiting_appraisal: 1 });
    expect(await tallyOf('VN')).toMatchObject({ awaiting_appraisal: 0 });
    await client.query('commit');
    for (const unit of [commune.district_id, commune.province_id, 'VN']) {
      expect(await tallyOf(unit)).toMatchObject({ awaiting_appraisal: 1, met: 0 });
    }
    await client.query('begin');
    await close(client, commune.unit_id);
    await record(client, commune.unit_id, 'MET');
    await client.query('commit');
    expect(await tallyOf('VN')).toMatchObject({ awaiting_appraisal: 0, met: 1, not_met: 0, total: 7_692 });
    await client.end();
  });

  it('take back what a rolled-back transaction counted', async () => {
    const before = await tallyOf('VN');
    const client = await connectAsOfficer();
    await client.query('begin');
    await record(client, (communes[1] as Commune).unit_id, 'NOT_MET');
    await client.query('rollback');
    expect(await tallyOf('VN')).toEqual(before);
    await client.end();
  });

  it('lose no count and end in no deadlock when fifty officers of one province write at once', async () => {
    const province = (communes[0] as Commune).province_id;
    const theirs = communes.filter(({ province_id: of }) => of === province).slice(10, 60);
    expect(theirs).toHaveLength(50);
    const before = (await tallyOf(province))?.met ?? 0;
    const clients = await Promise.all(theirs.slice(0, 25).map(() => connectAsOfficer()));
    await Promise.all(
      theirs.map(async ({ unit_id: unitId }, index) => {
        const client = clients[index % clients.length] as Client;
        await record(client, unitId, 'MET');
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect((await tallyOf(province))?.met).toBe(before + 50);
    expect(await differencesFromOracle()).toEqual([]);
  });

  it('equal a recount', async () => {
    const kept = await database.query(
      'select * from rural_security.security_tally order by unit_id, indicator_id, population_id, year',
    );
    const client = await connectAsOfficer();
    await client.query('select recount_tallies()');
    await client.end();
    expect(
      await database.query(
        'select * from rural_security.security_tally order by unit_id, indicator_id, population_id, year',
      ),
    ).toEqual(kept);
  });

  it('refuse what lies outside every population: a ward has no assessment of 19.2', async () => {
    const [ward] = await database.query<{ unit_id: string }>(
      `select unit_id from rural_security.register_unit_version where kind = 'WARD' and valid @> date '2025-06-30' limit 1`,
    );
    const client = await connectAsOfficer();
    await expect(record(client, (ward as { unit_id: string }).unit_id, 'MET')).rejects.toMatchObject({ code: 'TC004' });
    await client.end();
  });

  it('cannot be written by the application’s role, also not as the owner’s child', async () => {
    const client = await connectAsOfficer();
    await expect(client.query('update security_tally set met = 0')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('rest on rows that are never changed, only closed', async () => {
    const client = await connectAsOfficer();
    await expect(client.query("update assessment set verdict = 'MET'")).rejects.toMatchObject({ code: '42501' });
    await client.end();
    await expect(database.query("update rural_security.assessment set verdict = 'NOT_MET'")).rejects.toMatchObject({
      code: 'TC003',
    });
    await expect(database.query('delete from rural_security.assessment')).rejects.toMatchObject({ code: 'TC003' });
    await expect(database.query('truncate rural_security.assessment cascade')).rejects.toMatchObject({ code: 'TC001' });
  });

  it('never count a self-assessed result as met', async () => {
    const client = await connectAsOfficer();
    await expect(
      client.query(
        `insert into assessment (unit_id, indicator_id, year, state, verdict) values ($1, $2, 2025, 'SUBMITTED', 'MET')`,
        [(communes[200] as Commune).unit_id, INDICATOR],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    await client.end();
  });
});
