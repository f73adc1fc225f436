import { readFileSync } from 'node:fs';
import { GEOGRAPHY_ROLES } from '@tieuchi/geography';
import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_POLICIES, RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import {
  type Actor,
  applyPolicies,
  Database,
  Role,
  type ServiceRoles,
  SYSTEM,
  type TablePolicy,
  type WriteAct,
  type Writer,
} from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ACCESS_PAGE, POLICIES, printAccess } from '../../schema/src/print-access';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

const INDICATOR = 'ntm-2021-2025/19.2';
const ROLES: Readonly<Record<string, ServiceRoles>> = {
  geography: GEOGRAPHY_ROLES,
  model_ward: MODEL_WARD_ROLES,
  rural_security: RURAL_SECURITY_ROLES,
};

let place: TestDatabase;
const apps: Record<string, Database> = {};
beforeAll(async () => {
  place = await openTestDatabase('real');
  for (const schema of Object.keys(ROLES)) apps[schema] = await connect(schema, 'appUrl');
}, 60_000);
afterAll(async () => {
  for (const app of Object.values(apps)) await app.close();
  await place.stop();
});

function connect(schema: string, as: 'appUrl' | 'ownerUrl'): Promise<Database> {
  const urls = place.urlsOf(ROLES[schema] as ServiceRoles);
  return Database.connect({ url: urls[as], schema, poolSize: 1 });
}

const actor = (role: Role, scope = 'VN'): Actor => ({ subject: `some ${role}`, role, scope });

class TakenBack extends Error {}

/** What becomes of a write that is taken back whatever becomes of it: `done`, or the code that refuses it. */
async function outcome(app: Database, who: Actor, work: (tx: EntityManager) => Promise<unknown>): Promise<string> {
  try {
    return await app.write(who, async (tx) => {
      await work(tx);
      throw new TakenBack();
    });
  } catch (error) {
    const { code, extensions } = error as { code?: string; extensions?: { code: string } };
    return error instanceof TakenBack ? 'done' : (extensions?.code ?? code ?? String(error));
  }
}

const write = (schema: string, who: Actor, sql: string, values: unknown[] = []) =>
  outcome(apps[schema] as Database, who, (tx) => tx.query(sql, values));

const COMMUNES = `select v.unit_id, v.district_id, v.province_id from rural_security.register_unit_version v
  where v.kind = 'RURAL_COMMUNE' and v.valid @> date '2025-06-30' order by v.unit_id`;
const ASSESSMENT = `insert into assessment (unit_id, indicator_id, year, state, verdict, unknown_reason)
  values ($1, '${INDICATOR}', 2025, 'DRAFT', 'UNKNOWN', 'IN_DRAFT') returning id`;

describe('the policy table', () => {
  it.each(Object.keys(POLICIES))('of %s has a line for each table, and a table for each line', async (schema) => {
    const tables = await place.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      [schema],
    );
    expect((POLICIES[schema] ?? []).map(({ table }) => table).sort()).toEqual(tables.map(({ name }) => name));
  });

  it.each(Object.keys(POLICIES))('of %s audits every table that people write to, whatever they do', async (schema) => {
    for (const { table, write: acts, auditKey } of POLICIES[schema] ?? []) {
      const byPeople = Object.values(acts).some((writers) => writers.some((writer) => writer !== 'SYSTEM'));
      expect([table, auditKey !== null]).toEqual([table, byPeople]);
      const triggers = await place.query<{ act: string }>(
        `select encode(substring(tgargs from 1 for position('\\000'::bytea in tgargs) - 1), 'escape') as act from pg_trigger
         where tgrelid = $1::regclass and tgfoid = $2::regproc and tgenabled = 'O' order by 1`,
        [`${schema}.${table}`, `${schema}.audit_written`],
      );
      expect([table, triggers.map(({ act }) => act)]).toEqual([table, byPeople ? Object.keys(acts).sort() : []]);
    }
  });

  it('stands in docs/access.md as it is; schema/dist/write-access.js writes it', () => {
    expect(readFileSync(ACCESS_PAGE, 'utf8')).toBe(printAccess());
  });
});

describe('applying it', () => {
  const policiesOf = (schema: string) =>
    place.query(
      `select p.oid, p.xmin, c.relacl::text, c.relrowsecurity and c.relforcerowsecurity as forced
       from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = $1::regnamespace order by 1`,
      [schema],
    );
  async function apply(policies: readonly TablePolicy[]): Promise<void> {
    const owner = await connect('rural_security', 'ownerUrl');
    await owner.write(SYSTEM, (tx) => applyPolicies(tx, 'rural_security', policies)).finally(() => owner.close());
  }

  it('touches nothing at a later start', async () => {
    const before = await policiesOf('rural_security');
    await apply(RURAL_SECURITY_POLICIES);
    expect(await policiesOf('rural_security')).toEqual(before);
    expect(before.every((row) => (row as { forced: boolean }).forced)).toBe(true);
  });

  it('stops at a table without a line, and at a line without a table, and names both', async () => {
    const [first, ...others] = RURAL_SECURITY_POLICIES as [TablePolicy, ...TablePolicy[]];
    const started = apply([...others, { ...first, table: 'nowhere' }]);
    await expect(started).rejects.toMatchObject({
      line: expect.stringMatching(`table ${first.table} has no line, the line nowhere has no table`),
    });
  });

  it.each([
    ['a right that was given', 'grant delete on rural_security.assessment to rural_security_app'],
    ['a policy that was added', 'create policy more on rural_security.assessment for insert with check (true)'],
    ['a policy that was dropped', 'drop policy may_insert on rural_security.assessment'],
    ['security that was switched off', 'alter table rural_security.assessment disable row level security'],
    ['an audit that was switched off', 'alter table rural_security.assessment disable trigger audited_insert'],
    ['a right on one column', 'grant update (verdict) on rural_security.assessment to rural_security_app'],
  ])('takes back %s by hand', async (_what, sql) => {
    const asBefore = () =>
      place.query(`select policyname, cmd, qual, with_check, c.relrowsecurity, c.relacl::text,
          (select string_agg(concat(tgname, tgenabled), ' ' order by tgname) from pg_trigger where tgrelid = c.oid) as triggers,
          (select count(*)::int from pg_attribute where attrelid = c.oid and attacl is not null) as columns
        from pg_class c left join pg_policies p on p.tablename = c.relname and p.schemaname = 'rural_security'
        where c.oid = 'rural_security.assessment'::regclass order by 1`);
    const before = await asBefore();
    await place.query(sql);
    expect(await asBefore()).not.toEqual(before);
    await apply(RURAL_SECURITY_POLICIES);
    expect(await asBefore()).toEqual(before);
  });
});

interface Attempt {
  readonly schema: string;
  readonly table: string;
  readonly act: WriteAct;
  readonly sql: string;
}

const ATTEMPTS: readonly Attempt[] = [
  {
    schema: 'rural_security',
    table: 'assessment',
    act: 'INSERT',
    sql: ASSESSMENT.replace('values ($1,', 'select unit_id,').replace(
      "'IN_DRAFT')",
      "'IN_DRAFT' from register_unit_version where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' limit 1",
    ),
  },
  {
    schema: 'rural_security',
    table: 'document',
    act: 'INSERT',
    sql: "insert into document (number, issued_on, issuer, title) values ('1', '2025-01-01', 'x', 'x')",
  },
  {
    schema: 'rural_security',
    table: 'evidence',
    act: 'INSERT',
    sql: `insert into evidence (sha256, media_type, byte_length, content) values (repeat('a', 64), 'x', 1, 'x')`,
  },
  {
    schema: 'rural_security',
    table: 'imported_programme',
    act: 'INSERT',
    sql: "insert into imported_programme (programme_id, name, content, content_hash) values ('x', 'x', 'x', 'x')",
  },
  { schema: 'rural_security', table: 'target', act: 'UPDATE', sql: 'update target set source = source' },
  { schema: 'rural_security', table: 'target', act: 'DELETE', sql: 'delete from target' },
  { schema: 'rural_security', table: 'register_link', act: 'DELETE', sql: 'delete from register_link' },
  {
    schema: 'model_ward',
    table: 'pilot_ward',
    act: 'INSERT',
    sql: `insert into pilot_ward (ward_id, state, registered_on, criteria_asked) select unit_id, 'REGISTERED', '2025-01-01', 20
      from register_unit_version where kind = 'WARD' limit 1`,
  },
  {
    schema: 'geography',
    table: 'imported_file',
    act: 'INSERT',
    sql: "insert into imported_file (kind, name, content, content_hash) values ('x', 'x', 'x', 'x')",
  },
  { schema: 'geography', table: 'unit_alias', act: 'DELETE', sql: 'delete from unit_alias' },
  { schema: 'geography', table: 'edition', act: 'INSERT', sql: "insert into edition (fingerprint) values ('x')" },
];

describe('a write', () => {
  it.each(ATTEMPTS)(
    'to the table $table in $schema ($act) is for the roles of its line, in words for all others',
    async (attempt) => {
      const line = POLICIES[attempt.schema]?.find(({ table }) => table === attempt.table);
      const writers: readonly Writer[] = line?.write[attempt.act] ?? [];
      const outcomes: Record<string, string> = {};
      for (const role of Object.values(Role)) {
        outcomes[role] = await write(attempt.schema, actor(role), attempt.sql);
      }
      const expected = Object.values(Role).map((role) => [role, writers.includes(role) ? 'done' : 'FORBIDDEN']);
      expect(outcomes).toEqual(Object.fromEntries(expected));
      expect(await write(attempt.schema, SYSTEM, attempt.sql)).toBe('done');
    },
  );

  it('is nobody’s who does not say who he is', async () => {
    const nobody = { subject: '', role: '' as Role, scope: '' };
    expect(await write('rural_security', nobody, ATTEMPTS[0]!.sql)).toBe('FORBIDDEN');
  });

  it('that our own role has no right to is a fault of ours, not the actor’s', async () => {
    expect(await write('rural_security', actor(Role.ADMIN), 'delete from assessment')).toBe('42501');
  });
});

describe('a subtree', () => {
  interface Commune {
    readonly unit_id: string;
    readonly district_id: string;
    readonly province_id: string;
  }
  let own: Commune;
  let other: Commune;
  const officer = (scope: string) => actor(Role.COMMUNE_OFFICER, scope);
  const record = (scope: string, { unit_id: unitId }: Commune) =>
    write('rural_security', officer(scope), ASSESSMENT, [unitId]);

  beforeAll(async () => {
    const communes = await place.query<Commune>(COMMUNES);
    own = communes[0] as Commune;
    other = communes.find(({ province_id: province }) => province !== own.province_id) as Commune;
  });

  it('holds the unit itself and all that lie in it, and no other', async () => {
    const scopes = ['VN', own.province_id, own.district_id, own.unit_id];
    for (const scope of scopes) expect([scope, await record(scope, own)]).toEqual([scope, 'done']);
    for (const scope of [...scopes.slice(1), '', 'nowhere']) {
      expect([scope, await record(scope, other)]).toEqual([scope, 'FORBIDDEN']);
    }
  });

  it('holds a unit by any of its versions: also after it has gone to another province', async () => {
    const [moved] = await place.query<Commune>(`${COMMUNES} offset 5 limit 1`);
    expect(await record(other.province_id, moved as Commune)).toBe('FORBIDDEN');
    await place.query(
      `insert into rural_security.register_unit_version (unit_id, level, code, kind, name, province_id, valid)
       select unit_id, level, code, kind, name, $2, '[2030-01-01,)' from rural_security.register_unit_version where unit_id = $1`,
      [moved?.unit_id, other.province_id],
    );
    for (const scope of [own.province_id, other.province_id]) {
      expect([scope, await record(scope, moved as Commune)]).toEqual([scope, 'done']);
    }
  });

  it('holds a unit with the province that its own went whole into, and not the other way round', async () => {
    const [merged] = await place.query<Commune & { successor_id: string }>(
      `select c.*, l.successor_id from (${COMMUNES}) c join rural_security.register_link l on l.predecessor_id = c.province_id
       offset 20 limit 1`,
    );
    const { successor_id: successor, province_id: province } = merged as Commune & { successor_id: string };
    expect(await record(successor, merged as Commune)).toBe('done');
    const [later] = await place.query<Commune>(
      'select unit_id from rural_security.register_unit_version where province_id = $1 and level = $2 limit 1',
      [successor, 'COMMUNE'],
    );
    const [row] = await (apps.rural_security as Database).read<{ held: boolean }>(
      officer(province),
      'select is_within_scope($1) as held',
      [later?.unit_id],
    );
    expect(row).toEqual({ held: false });
  });

  it('refuses to close what lies outside, instead of closing nothing', async () => {
    const [held] = await place.query<Commune>(`${COMMUNES} offset 500 limit 1`);
    const { unit_id: unitId, district_id: district } = held as Commune;
    // what a transaction begins it cannot close: both would be the same instant
    const appraised = ASSESSMENT.replace("'DRAFT'", "'APPRAISED'").replace("'IN_DRAFT'", "'ITEM_UNKNOWN'");
    await (apps.rural_security as Database).write(SYSTEM, (tx) => tx.query(appraised, [unitId]));
    const close = 'update assessment set recorded_to = clock_timestamp() where unit_id = $1';
    expect(await write('rural_security', officer(district), close, [unitId])).toBe('done');
    expect(await write('rural_security', officer(own.district_id), close, [unitId])).toBe('FORBIDDEN');
  });

  it('holds what is not published: elsewhere a draft is as if it were not there, and stays as it is', async () => {
    const [held] = await place.query<Commune>(`${COMMUNES} offset 501 limit 1`);
    const { unit_id: unitId, district_id: district } = held as Commune;
    await (apps.rural_security as Database).write(SYSTEM, (tx) => tx.query(ASSESSMENT, [unitId]));
    const close = 'update assessment set recorded_to = clock_timestamp() where unit_id = $1 returning id';
    const closed = (who: Actor) =>
      (apps.rural_security as Database).write(who, (tx) => tx.query(close, [unitId])).then(([rows]) => rows.length);
    expect(await closed(officer(own.district_id))).toBe(0);
    expect(await closed(officer(district))).toBe(1);
  });

  it('seen from its unit and from the scope is the same for every unit and scope', async () => {
    const scopes = await place.query<{ scope: string }>(
      `select distinct scope from (
         select province_id as scope from rural_security.register_unit_version union select unit_id
         from rural_security.register_unit_version where level = 'PROVINCE') as provinces
       union (select unit_id from rural_security.register_unit_version where level = 'DISTRICT' limit 20)
       union (select unit_id from rural_security.register_unit_version where level = 'COMMUNE' limit 20) order by 1`,
    );
    expect(scopes.length).toBeGreaterThan(100);
    for (const { scope } of scopes.filter((_, index) => index % 7 === 0)) {
      const [row] = await (apps.rural_security as Database).read<{ differing: number; held: number }>(
        officer(scope),
        `select count(*) filter (where is_within_scope(u.id) <> (u.id in (select units_in_scope())))::int as differing,
           count(*) filter (where is_within_scope(u.id))::int as held
         from (select distinct unit_id as id from register_unit_version where level <> 'COMMUNE'
           union (select unit_id from register_unit_version where level = 'COMMUNE' order by md5(unit_id) limit 300)) as u`,
      );
      expect([scope, row?.differing]).toEqual([scope, 0]);
    }
  });

  it('holds the evidence of a content with its assessment', async () => {
    const citing = (scope: string) =>
      outcome(apps.rural_security as Database, SYSTEM, async (tx) => {
        const [{ id }]: [{ id: string }] = await tx.query(ASSESSMENT, [own.unit_id]);
        await tx.query("select set_config('app.role', 'COMMUNE_OFFICER', true), set_config('app.scope', $1, true)", [
          scope,
        ]);
        await tx.query(`insert into item_evidence (assessment_id, item_number, place, url) values ($1, 1, 1, 'x')`, [
          id,
        ]);
      });
    expect(await citing(own.unit_id)).toBe('done');
    expect(await citing(other.unit_id)).toBe('FORBIDDEN');
  });

  it('holds wards alike', async () => {
    const [ward] = await place.query<Commune>(
      "select unit_id, district_id, province_id from model_ward.register_unit_version where kind = 'WARD' limit 1",
    );
    const sql = `insert into pilot_ward (ward_id, state, registered_on, criteria_asked) values ($1, 'REGISTERED', '2025-01-01', 20)`;
    const { unit_id: unitId, district_id: district } = ward as Commune;
    expect(await write('model_ward', officer(district), sql, [unitId])).toBe('done');
    expect(await write('model_ward', officer(own.unit_id), sql, [unitId])).toBe('FORBIDDEN');
  });

  it('also binds a function of the owner that an officer’s statement calls', async () => {
    await place.query(`
      create function rural_security.record_anywhere(unit text) returns void security definer language sql
        set search_path = rural_security, pg_temp as $$ ${ASSESSMENT.replace(' returning id', '')} $$;
      alter function rural_security.record_anywhere(text) owner to rural_security_owner`);
    const call = (who: Actor) => write('rural_security', who, 'select record_anywhere($1)', [own.unit_id]);
    expect(await call(officer(own.unit_id))).toBe('FORBIDDEN');
    expect(await call(SYSTEM)).toBe('done');
  });
});

describe('the audit', () => {
  const entries = (schema = 'rural_security') =>
    place.query<{ action: string; table_name: string; row_count: number; first_key: string; last_key: string }>(
      `select actor, role, scope, action, table_name, row_count, first_key, last_key from ${schema}.audit_entry order by id`,
    );
  const appRefusal = (sql: string, schema = 'rural_security') => write(schema, SYSTEM, sql);

  it('keeps one entry for a statement, however many rows it wrote, and none for one that wrote nothing', async () => {
    const before = (await entries()).length;
    const units = (await place.query<{ unit_id: string }>(`${COMMUNES} limit 300`)).map(
      ({ unit_id: unitId }) => unitId,
    );
    const who = actor(Role.APPRAISER);
    const ids: { id: string }[] = await (apps.rural_security as Database).write(who, (tx) =>
      tx.query(ASSESSMENT.replace('values ($1,', 'select unnest($1::text[]),').replace("'IN_DRAFT')", "'IN_DRAFT'"), [
        units,
      ]),
    );
    await (apps.rural_security as Database).write(who, async (tx) => {
      await tx.query('update assessment set recorded_to = clock_timestamp() where id = $1', [ids[7]?.id]);
      await tx.query('update assessment set recorded_to = clock_timestamp() where id = -1');
    });
    const by = { actor: 'some APPRAISER', role: 'APPRAISER', scope: 'VN', table_name: 'assessment' };
    expect((await entries()).slice(before)).toEqual([
      { ...by, action: 'INSERT', row_count: 300, first_key: ids[0]?.id, last_key: ids.at(-1)?.id },
      { ...by, action: 'CLOSE', row_count: 1, first_key: ids[7]?.id, last_key: ids[7]?.id },
    ]);
  });

  it('keeps nothing of a write that was taken back or refused', async () => {
    const before = await entries();
    await write('rural_security', actor(Role.MINISTRY), 'update target set source = source');
    await write('rural_security', actor(Role.VIEWER), 'update target set source = source');
    expect(await entries()).toEqual(before);
  });

  it('knows the loading of shipped data, and a hand past the application, by name', async () => {
    expect(await entries('geography')).toContainEqual(
      expect.objectContaining({ actor: 'system', action: 'INSERT', table_name: 'unit_version' }),
    );
    await place.query(
      'update rural_security.target set source = source where id = (select min(id) from rural_security.target)',
    );
    expect((await entries()).at(-1)).toMatchObject({ actor: 'postgres', action: 'UPDATE', row_count: 1 });
  });

  it.each([
    `insert into audit_entry (actor, role, scope, action) values ('x', 'x', 'x', 'x')`,
    `update audit_entry set actor = 'x'`,
    'delete from audit_entry',
    'truncate audit_entry',
    'alter table assessment disable trigger all',
    'set role rural_security_audit',
  ])('is not the application’s to write: %s', async (sql) => {
    expect(await appRefusal(sql)).toMatch(/42501|FORBIDDEN/);
  });

  it.each([
    `update SCHEMA.audit_entry set actor = 'x'`,
    'delete from SCHEMA.audit_entry',
    'truncate SCHEMA.audit_entry',
  ])('is not the superuser’s to change: %s', async (sql) => {
    for (const schema of Object.keys(ROLES)) {
      await expect(place.query(sql.replace('SCHEMA', schema))).rejects.toMatchObject({ code: 'TC001' });
    }
  });

  it.each(["audit_written('INSERT', '1')", 'count_added()', 'count_closed()'])(
    'and the counts are not forged by hanging %s on a table of the own',
    async (call) => {
      const event = call === 'count_closed()' ? 'update' : 'insert';
      const refused = await outcome(apps.rural_security as Database, SYSTEM, async (tx) => {
        await tx.query('create temp table mine (like assessment) on commit drop');
        const rows = event === 'insert' ? 'new table as added' : 'old table as closed';
        await tx.query(
          `create trigger forged after ${event} on mine referencing ${rows} for each statement execute function ${call}`,
        );
      });
      expect(refused).toBe('42501');
    },
  );

  it('is read by the auditor and the administrator alone', async () => {
    const seen = async (role: Role) =>
      (await apps.rural_security?.read(actor(role), 'select from audit_entry limit 1'))?.length;
    for (const role of Object.values(Role)) {
      expect([role, await seen(role)]).toEqual([role, [Role.AUDITOR, Role.ADMIN].includes(role) ? 1 : 0]);
    }
  });
});
