import { setTimeout as sleep } from 'node:timers/promises';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Database, dayInVietnam, Role } from '@tieuchi/subgraph-kit';
import { AssessmentDesk } from '../../services/rural-security/src/assessment-life/assessment-desk';
import { findGaps } from '../oracle/counts-oracle';
import { HistoryStage } from '../oracle/history-stage';
import { type Known, NOT_STARTED, type Planned, planStep } from '../oracle/next-step';
import { COMMUNES, TODAY } from '../oracle/oracle-programme.fixture';
import { pausingBefore } from '../oracle/pausing-database';
import { createSignal } from '../oracle/signal';
import { startTestSystem } from '../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const MAP = '2025-06-30';
const AS_OF = { map: TODAY, knownOn: null, today: TODAY };

/** What an officer sends of a commune: a draft, or with `move` 1 the whole. */
function entryOf(unitId: string, known: Known, move: number): Planned {
  const drawn = { place: 0, move, verdicts: ['MET', 'MET'], person: 1, isMistaken: false } as const;
  return planStep(known, drawn, { unitId, isItemised: true, papers: { RECOGNISE: '', REVOKE: '' } }) as Planned;
}

const HOME = { name: '', validFrom: null, validTo: null };
const ONE_COMMUNE = {
  versions: [
    { ...HOME, unitId: 'VN', level: 'COUNTRY', kind: 'COUNTRY', districtId: null, provinceId: null },
    { ...HOME, unitId: 'P1', level: 'PROVINCE', kind: 'PROVINCE', districtId: null, provinceId: null },
    { ...HOME, unitId: 'C1', level: 'COMMUNE', kind: 'RURAL_COMMUNE', districtId: null, provinceId: 'P1' },
  ],
  links: [],
  reorganisations: [],
  days: [MAP],
} as const;

describe('a transaction across midnight', () => {
  it('that closes a row before it and begins the next after it leaves no day on which neither is open', async () => {
    const stage = await HistoryStage.open();
    await stage.begin(ONE_COMMUNE);
    const question = { indicatorId: COMMUNES, year: 2025, unitCode: 'C1' };
    const draft = entryOf('C1', NOT_STARTED, 0);
    await new AssessmentDesk(stage.database, draft.who, AS_OF).take(question, draft.entry);
    let midnight = '';
    const slow = pausingBefore(stage.database, 'insert into assessment', async (tx) => {
      await tx.query('select pg_sleep(0.05)');
      [{ midnight }] = await tx.query('select clock_timestamp()::text as midnight');
    });
    const sent = entryOf('C1', draft.next, 1);
    await new AssessmentDesk(slow, sent.who, AS_OF).take(question, sent.entry);
    await stage.admin.query(
      `update assessment set recorded_from = recorded_from + later, recorded_to = recorded_to + later
       from (select timestamptz '2025-07-01T00:00+07' - $1::timestamptz as later) as shift`,
      [midnight],
    );
    const looks = ['2025-06-30', '2025-07-01'].map((knownOn) => ({ knownOn, map: MAP }));
    expect(await findGaps(stage.admin, looks)).toEqual([]);
    const { rows } = await stage.admin.query('select version from assessment order by version');
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
    await stage.close();
  }, 60_000);

  it('that recorded before it and ends after it is waited for by the first who looks at the closed day', async () => {
    const system = await startTestSystem('real');
    const { schema } = RURAL_SECURITY_ROLES;
    // only the superuser can say that it was recorded yesterday, and only in the transaction that nobody else sees into
    const database = await Database.connect({ url: system.database.adminUrl, schema, poolSize: 1 });
    const [recorded, mayEnd] = [createSignal(), createSignal()];
    const yesterday = dayInVietnam(new Date(Date.now() - 86_400_000));
    const slow = pausingBefore(database, null, async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query('update assessment set recorded_from = $1', [`${yesterday}T23:59:59.999999+07:00`]);
      recorded.give();
      await mayEnd.given;
    });
    const [commune] = await system.database.query<{ id: string; code: string }>(
      `select unit_id as id, code from rural_security.register_unit_version
       where kind = 'RURAL_COMMUNE' and valid @> $1::date limit 1`,
      [MAP],
    );
    const { who, entry } = entryOf(commune!.id, NOT_STARTED, 0);
    const question = { indicatorId: INDICATOR, year: 2025, unitCode: commune!.code };
    const writing = new AssessmentDesk(slow, { ...who, role: Role.COMMUNE_OFFICER }, AS_OF).take(question, entry);
    await recorded.given;
    const looking = system.ask(
      `query @asOf(map: "${MAP}", knownOn: "${yesterday}") { country { attainment(indicator: "${INDICATOR}", year: 2025) {
         unknownByReason { reason count } } } }`,
    );
    const first = await Promise.race([looking.then(() => 'answered'), sleep(1_000).then(() => 'waited')]);
    mayEnd.give();
    await writing;
    const { data } = await looking;
    await database.close();
    await system.stop();
    expect(first).toBe('waited');
    expect(data.country.attainment.unknownByReason).toContainEqual({ reason: 'IN_DRAFT', count: 1 });
  }, 60_000);
});
