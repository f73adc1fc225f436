import { setTimeout as sleep } from 'node:timers/promises';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { type Actor, Database, Role } from '@tieuchi/subgraph-kit';
import { type AuditStage, openAuditStage } from './audit-stage.fixture';

const WRITERS = 50;
const WRITES = 8;
const PAPER = `insert into document (number, issued_on, issuer, title) values ($1, '2025-01-01', 'Bộ Công an', 'x')`;

let stage: AuditStage;
beforeAll(async () => {
  stage = await openAuditStage();
}, 60_000);
afterAll(() => stage.stop());

const actor = (subject: string): Actor => ({ subject, role: Role.MINISTRY, scope: 'VN' });

/** Each transaction lasts another while and every fourth is taken back, so that entries commit out of their order. */
async function writeOften(writer: number): Promise<void> {
  for (let write = 0; write < WRITES; write += 1) {
    const isTakenBack = (writer + write) % 4 === 3;
    await stage.database
      .write(actor(`writer ${writer}`), async (tx) => {
        await tx.query(PAPER, [`${writer}.${write}`]);
        await sleep(((writer * 7 + write * 13) % 10) * 8);
        if (isTakenBack) throw new Error('taken back');
      })
      .catch((error: Error) => {
        if (error.message !== 'taken back') throw error;
      });
  }
}

/** Another process of the service. */
async function sealUntil(done: { is: boolean }): Promise<void> {
  const { appUrl } = stage.system.database.urlsOf(RURAL_SECURITY_ROLES);
  const sealer = await Database.connect({ url: appUrl, schema: RURAL_SECURITY_ROLES.schema, poolSize: 1 });
  while (!done.is) await sealer.seal(7);
  await sealer.close();
}

describe('50 concurrent writers and three sealers', () => {
  it('leave one chain without a fork or a gap, in which each committed entry stands once and none that was taken back', async () => {
    const done = { is: false };
    const sealers = [sealUntil(done), sealUntil(done)];
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeOften(writer)));
    done.is = true;
    await Promise.all(sealers);
    await stage.seal();
    const { exitCode, finding } = await stage.verify();
    expect({ exitCode, fault: finding.firstFault, unsealed: finding.unsealedFaults }).toEqual({
      exitCode: 0,
      fault: null,
      unsealed: [],
    });
    const [counted] = await stage.tamper(`
      select count(*)::int as papers, count(distinct s.entry_id)::int as sealed,
        count(*) filter (where s.entry_id < s.before)::int > 0 as "hasOtherOrder"
      from audit_entry e
      left join (select entry_id, lag(entry_id) over (order by position) as before from audit_seal) s on s.entry_id = e.id
      where e.actor like 'writer %'`);
    const committed = (WRITERS * WRITES * 3) / 4;
    expect(counted).toEqual({ papers: committed, sealed: committed, hasOtherOrder: true });
  }, 60_000);

  it('seal an entry that commits long after those that came later', async () => {
    await stage.database.write(actor('a slow clerk'), async (tx) => {
      await tx.query(PAPER, ['slow']);
      await stage.record(3);
    });
    await stage.seal();
    const [row] = await stage.tamper<{ isOvertaken: boolean }>(`
      select s.position > (select max(position) from audit_seal join audit_entry x on x.id = entry_id
        where x.actor = 'clerk 3') as "isOvertaken"
      from audit_seal s join audit_entry e on e.id = s.entry_id where e.actor = 'a slow clerk'`);
    expect(row).toEqual({ isOvertaken: true });
    expect(await stage.verify()).toMatchObject({ exitCode: 0, finding: { unsealedFaults: [] } });
  });
});
