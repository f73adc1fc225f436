import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { auditSealsSql, Database } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

/** As an earlier version left it: entries, forced row-level security on them, and nothing of the seals. */
const AS_BEFORE = `
  drop trigger audit_entry_awaits_seal on audit_entry;
  -- the owner is a member of the audit's role, which only added then
  drop policy rural_security_audit on audit_entry;
  drop table audit_seal, audit_unsealed;
  drop function await_seal, seal_entries, record_act, audit_genesis, audit_text, audit_instant, audit_field;
  drop aggregate audit_chain(bytea, text);
  drop function audit_link;
  alter table audit_entry drop column login;
  alter table installation drop column id;`;

let place: TestDatabase;
beforeAll(async () => {
  place = await openTestDatabase('real');
}, 60_000);
afterAll(() => place.stop());

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, options: '-c search_path=rural_security,public' });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('a database with an audit of before the seals', () => {
  it('has every entry of it sealed, and no role left behind by the migration', async () => {
    const { ownerUrl, appUrl } = place.urlsOf(RURAL_SECURITY_ROLES);
    await run(place.adminUrl, AS_BEFORE);
    await run(
      ownerUrl,
      `begin; ${auditSealsSql('rural_security')}
       do $$ begin
         if current_setting('app.role') <> '' then raise exception 'a role was left'; end if;
       end $$; commit`,
    );
    const count = async () => {
      const [row] = await place.query(`select
        (select count(*)::int from rural_security.audit_entry) as entries,
        (select count(*)::int from rural_security.audit_unsealed) as waiting,
        (select count(*)::int from rural_security.audit_seal) as sealed,
        (select count(login)::int from rural_security.audit_entry) as "withLogin"`);
      return row as { entries: number; waiting: number; sealed: number; withLogin: number };
    };
    const { entries } = await count();
    expect(entries).toBeGreaterThan(10);
    expect(await count()).toEqual({ entries, waiting: entries, sealed: 0, withLogin: 0 });
    // what each start does of the policy table
    await run(
      ownerUrl,
      `create policy rural_security_audit on audit_entry for select to rural_security_audit using (true);
       grant select, insert on audit_entry, audit_seal to rural_security_audit;
       grant select, insert, delete on audit_unsealed to rural_security_audit;
       grant select on installation to rural_security_audit`,
    );
    const database = await Database.connect({ url: appUrl, schema: 'rural_security' });
    expect(await database.seal(1_000)).toBe(entries);
    await database.close();
    expect(await count()).toEqual({ entries, waiting: 0, sealed: entries, withLogin: 0 });
  });
});
