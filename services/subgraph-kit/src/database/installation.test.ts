import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { SYSTEM } from '../identity/actor';
import { StartError } from '../start-error';
import { Database } from './database';
import { establishPurpose } from './installation';
import { provision, type ServiceRoles } from './provision';

const SERVICES: readonly ServiceRoles[] = [
  { schema: 'geography' },
  { schema: 'rural_security', functionOwners: ['rural_security_counting'] },
  { schema: 'model_ward' },
];
const SCHEMAS = SERVICES.map(({ schema }) => schema);
const ASSESSMENT = `insert into assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason, origin)
  select v.unit_id, 'ntm-2021-2025/19.2', 2024, 1 + (select count(*) from assessment a where a.unit_id = v.unit_id
    and a.indicator_id = 'ntm-2021-2025/19.2' and a.year = 2024), 'DRAFT', 'UNKNOWN', 'IN_DRAFT', $1 from register_unit_version v
  where v.kind = 'RURAL_COMMUNE' and v.valid @> date '2024-11-15' order by v.unit_id limit 1 returning *`;

let real: TestDatabase;
let demo: TestDatabase;
beforeAll(async () => {
  real = await openTestDatabase('real');
  demo = await openTestDatabase('demo');
});
afterAll(() => Promise.all([real.stop(), demo.stop()]));

async function connectApp(place: TestDatabase, schema: string): Promise<Database> {
  return Database.connect({ url: place.urlsOf({ schema }).appUrl, schema, poolSize: 1 });
}

/** The code with which PostgreSQL refuses a statement. */
async function refusal(url: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

describe('what a database is for', () => {
  it('was written at its first start, and later starts find it', async () => {
    for (const schema of SCHEMAS) {
      expect(await establishPurpose(real.urlsOf({ schema }).ownerUrl, schema, null, true)).toBe(false);
      expect(await establishPurpose(demo.urlsOf({ schema }).ownerUrl, schema, null, false)).toBe(true);
    }
  });

  it('is not changed by asking for the other; the start is refused with a hint', async () => {
    const asReal = establishPurpose(demo.urlsOf({ schema: 'geography' }).ownerUrl, 'geography', false, false);
    await expect(asReal).rejects.toMatchObject({
      line: expect.stringContaining('synthetic data – start without --no-demo'),
    });
    await expect(asReal).rejects.toBeInstanceOf(StartError);
    const asDemo = establishPurpose(real.urlsOf({ schema: 'geography' }).ownerUrl, 'geography', true, true);
    await expect(asDemo).rejects.toMatchObject({ line: expect.stringContaining('real data') });
  });

  it.each([
    'update SCHEMA.installation set demonstration = not demonstration',
    'delete from SCHEMA.installation',
    'truncate SCHEMA.installation',
    'truncate SCHEMA.installation cascade',
  ])('cannot be changed by the superuser: %s', async (sql) => {
    for (const schema of SCHEMAS) expect(await refusal(real.adminUrl, sql.replace('SCHEMA', schema))).toBe('TC001');
  });

  it('cannot be said a second time', async () => {
    expect(await refusal(real.adminUrl, 'insert into geography.installation values (true, true)')).toBe('23505');
    expect(await refusal(real.adminUrl, 'insert into geography.installation values (false, true)')).toBe('23514');
  });
});

describe('a synthetic row', () => {
  it('is refused in a database for real data, also from the superuser', async () => {
    const app = await connectApp(real, 'rural_security');
    await expect(app.write(SYSTEM, (tx) => tx.query(ASSESSMENT, ['SYNTHETIC']))).rejects.toMatchObject({
      code: 'TC002',
    });
    await app.close();
    const byAdmin = `set search_path = rural_security; set app.actor = 'x'; ${ASSESSMENT.replace('$1', "'SYNTHETIC'")}`;
    expect(await refusal(real.adminUrl, byAdmin)).toBe('TC002');
  });

  it('is what every row of a demonstration database is, whatever it calls itself', async () => {
    const app = await connectApp(demo, 'rural_security');
    await app.write(SYSTEM, async (tx) => {
      await tx.query('update assessment set recorded_to = clock_timestamp() where recorded_to is null and year = 2024');
      const [row] = await tx.query(ASSESSMENT, ['RECORDED']);
      expect(row.origin).toBe('SYNTHETIC');
    });
    expect(await app.read(SYSTEM, "select from assessment where origin <> 'SYNTHETIC'")).toEqual([]);
    await app.close();
  });
});

describe('a recorded row', () => {
  let app: Database;
  let id: string;
  const change = (set: string) =>
    app.write(SYSTEM, (tx) => tx.query(`update assessment set ${set} where id = $1`, [id]));
  const byOwner = (sql: string) => refusal(real.adminUrl, `set search_path = rural_security; ${sql}`);

  beforeAll(async () => {
    app = await connectApp(real, 'rural_security');
    const [row] = await app.write(SYSTEM, (tx) => tx.query(ASSESSMENT, ['RECORDED']));
    id = row.id;
  });
  afterAll(() => app.close());

  it.each([
    "verdict = 'MET'",
    "origin = 'REPORTED'",
    "recorded_by = 'another'",
    'recorded_from = recorded_from',
    'year = 2023',
  ])('is not the application’s to change: %s', async (set) => {
    await expect(change(set)).rejects.toMatchObject({ code: '42501' });
  });

  it('is not changed by the superuser either, nor deleted, nor truncated', async () => {
    expect(await byOwner(`update assessment set late = true where id = ${id}`)).toBe('TC003');
    expect(await byOwner(`delete from assessment where id = ${id}`)).toBe('TC003');
    expect(await byOwner('truncate assessment cascade')).toBe('TC001');
  });

  it('is closed once, and stays closed', async () => {
    // when it is closed is the database's to say, whatever the writer gives
    await change("recorded_to = recorded_from + interval '1 year'");
    const [{ honest }] = await app.write(SYSTEM, (tx) =>
      tx.query(
        'select recorded_to between recorded_from and clock_timestamp() as honest from assessment where id = $1',
        [id],
      ),
    );
    expect(honest).toBe(true);
    await expect(change("recorded_to = clock_timestamp() + interval '1 day'")).rejects.toMatchObject({ code: 'TC003' });
    await expect(change('recorded_to = null')).rejects.toMatchObject({ code: 'TC003' });
    await expect(app.write(SYSTEM, (tx) => tx.query('delete from assessment'))).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('the role of an application', () => {
  it('sees no other service', async () => {
    for (const [own, other] of SCHEMAS.flatMap((a) => SCHEMAS.filter((b) => b !== a).map((b) => [a, b] as const))) {
      const sql = `select * from ${other}.installation`;
      expect([own, other, await refusal(real.urlsOf({ schema: own }).appUrl, sql)]).toEqual([own, other, '42501']);
    }
  });

  it('owns nothing, makes nothing, and is above nobody', async () => {
    const owned = await real.query(
      `select relname from pg_class where pg_get_userbyid(relowner) like '%\\_app'
       union all select proname from pg_proc where pg_get_userbyid(proowner) like '%\\_app'`,
    );
    expect(owned).toEqual([]);
    const roles = await real.query(
      "select rolname from pg_roles where rolname like '%\\_app' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)",
    );
    expect(roles).toEqual([]);
    for (const schema of SCHEMAS) {
      const { appUrl } = real.urlsOf({ schema });
      expect(await refusal(appUrl, `create table ${schema}.mine (id integer)`)).toBe('42501');
      expect(await refusal(appUrl, 'create table public.mine (id integer)')).toBe('42501');
      expect(await refusal(appUrl, `set role ${schema}_owner`)).toBe('42501');
    }
  });

  it.each([
    'insert into security_tally select * from security_tally limit 1',
    'update security_tally set met = met + 1',
    'delete from security_tally',
    'truncate security_tally',
    'update target set percent = 1',
    'delete from indicator',
    'delete from migration',
    'set role rural_security_counting',
    'alter table assessment disable trigger all',
  ])('cannot count by hand or change what is decided: %s', async (sql) => {
    expect(
      await refusal(real.urlsOf({ schema: 'rural_security' }).appUrl, `set search_path = rural_security; ${sql}`),
    ).toBe('42501');
  });

  it('cannot change the units of geography', async () => {
    const sql = "update geography.unit_version set name_vi = 'x'";
    expect(await refusal(real.urlsOf({ schema: 'geography' }).appUrl, sql)).toBe('42501');
  });
});

describe('provisioning', () => {
  const rights = () =>
    real.query(
      `select n.nspname, n.nspacl::text, (select array_agg(r.rolname || m.admin_option order by r.rolname)::text
         from pg_auth_members m join pg_roles r on r.oid = m.roleid) as members
       from pg_namespace n where n.nspname = any($1) order by 1`,
      [SCHEMAS],
    );

  it('changes nothing when it runs again, twice at once', async () => {
    const before = await rights();
    const again = () => provision(real.adminUrl, SERVICES, real.secrets.passwordOf);
    const [urls] = await Promise.all([again(), again()]);
    expect(await rights()).toEqual(before);
    for (const schema of SCHEMAS) {
      expect(urls.get(schema)).toEqual(real.urlsOf({ schema }));
      expect(await refusal(urls.get(schema)!.appUrl, 'select 1')).toBe('done');
    }
  });

  it('says in one line what a user without rights lacks', async () => {
    const { appUrl } = real.urlsOf({ schema: 'geography' });
    const refused = provision(appUrl, [{ schema: 'another' }], () => 'x');
    await expect(refused).rejects.toBeInstanceOf(StartError);
    await expect(refused).rejects.toMatchObject({ line: expect.stringContaining('CREATEROLE') });
  });
});
