import { Client } from 'pg';
import { type AuditStage, openAuditStage } from './audit-stage.fixture';

let stage: AuditStage;
beforeAll(async () => {
  stage = await openAuditStage();
  await stage.record(3);
}, 60_000);
afterAll(() => stage.stop());

const ENTRY = 'insert into audit_entry (id, at, actor, role, scope, action) overriding system value';
const isFoundAmong = (texts: readonly string[], id: string) => texts.some((text) => text.includes(`entry ${id} of`));

/** What is found while an entry lies in the database that no trigger has seen. */
async function findWith(id: string, at = 'now()') {
  await stage.tamper(`${ENTRY} values (${id}, ${at}, 'a forger', 'MINISTRY', 'VN', 'INSERT')`);
  try {
    return await stage.verify();
  } finally {
    await stage.tamper(`delete from audit_entry where id = ${id}`);
  }
}

describe('an entry that was put in by hand', () => {
  it.each(['0', '-5', '-9223372036854775808', '1000000000000000', '9223372036854775807'])(
    'is named by its id where that is %s',
    async (id) => {
      const { exitCode, finding } = await findWith(id);
      expect([exitCode, isFoundAmong(finding.unsealedFaults, id)]).toEqual([1, true]);
    },
  );

  it.each(["'1900-01-01'", "'infinity'", "'-infinity'", "'0044-03-15 BC'"])(
    'is found and does not break the verification where its instant is %s',
    async (at) => {
      const { exitCode, finding } = await findWith('77000', at);
      expect([exitCode, finding.unsealedFaults.some((text) => text.startsWith('entry 77000 '))]).toEqual([1, true]);
    },
  );
});

it.each(['0', '-7', '1000000000000000', '9223372036854775807'])(
  'a seal at position %s is found, with the entry that it would have pass for sealed',
  async (position) => {
    // the service's own sealer would go on after the forged seal
    const holder = new Client({ connectionString: stage.system.database.adminUrl });
    await holder.connect();
    await holder.query("select pg_advisory_lock(hashtext('seal rural_security'))");
    await stage.tamper(`alter table audit_seal drop constraint audit_seal_position_check`);
    await stage.tamper(`${ENTRY} values (-5, now(), 'a forger', 'MINISTRY', 'VN', 'INSERT')`);
    await stage.tamper(`insert into audit_seal values (${position}, -5, sha256('x'), now())`);
    try {
      const { exitCode, finding } = await stage.verify();
      expect([exitCode, finding.firstFault === null]).toEqual([1, false]);
    } finally {
      await stage.tamper('delete from audit_seal where entry_id = -5');
      await stage.tamper('delete from audit_entry where id = -5');
      await stage.tamper('alter table audit_seal add constraint audit_seal_position_check check (position > 0)');
      await holder.end();
    }
    expect((await stage.verify()).exitCode).toBe(0);
  },
);
