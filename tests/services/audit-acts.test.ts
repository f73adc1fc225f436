import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { type Actor, Database, Role, recordAct } from '@tieuchi/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';

const OFFICER: Actor = { subject: 'an officer', role: Role.COMMUNE_OFFICER, scope: 'somewhere' };
const REFUSED = { action: 'REFUSED', what: 'registerModelWard' } as const;

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await openTestDatabase('real');
  database = await connect();
}, 60_000);
afterAll(async () => {
  await database.close();
  await place.stop();
});

function connect(): Promise<Database> {
  return Database.connect({ url: place.urlsOf(MODEL_WARD_ROLES).appUrl, schema: 'model_ward', poolSize: 4 });
}

const actsOf = (actor: string) =>
  place.query<{ row_count: number; detail: object }>(
    `select login, actor, role, scope, action, row_count, detail from model_ward.audit_entry where actor = $1 order by id`,
    [actor],
  );

describe('an act that leaves no row', () => {
  it('leaves an entry with who, what and where, although its transaction was taken back', async () => {
    const taken = database.write(OFFICER, async () => {
      await recordAct(database, OFFICER, { ...REFUSED, unitId: 'unit-1' });
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect(await actsOf('an officer')).toEqual([
      {
        login: 'model_ward_app',
        actor: 'an officer',
        role: 'COMMUNE_OFFICER',
        scope: 'somewhere',
        action: 'REFUSED',
        row_count: 1,
        detail: { what: 'registerModelWard', unit: 'unit-1' },
      },
    ]);
  });

  it('that is repeated a thousand times at once is two entries, which count it', async () => {
    const actor = { ...OFFICER, subject: 'a stubborn officer' };
    await Promise.all(Array.from({ length: 1_000 }, () => recordAct(database, actor, REFUSED)));
    expect(await actsOf(actor.subject)).toMatchObject([{ row_count: 1 }]);
    await until('the entry of the others', async () => (await actsOf(actor.subject)).length > 1);
    expect(await actsOf(actor.subject)).toMatchObject([{ row_count: 1 }, { row_count: 999 }]);
  });

  it('is another one by another actor, role, part of the country or name', async () => {
    const actor = { ...OFFICER, subject: 'one of several' };
    await recordAct(database, actor, REFUSED);
    await recordAct(database, { ...actor, role: Role.VIEWER }, REFUSED);
    await recordAct(database, { ...actor, scope: 'elsewhere' }, REFUSED);
    await recordAct(database, actor, { ...REFUSED, what: 'beginModelWard' });
    await recordAct(database, actor, { ...REFUSED, action: 'READ' }, 7);
    expect((await actsOf(actor.subject)).map(({ row_count: times }) => times)).toEqual([1, 1, 1, 1, 7]);
  });

  it('counts what was repeated before the service ended', async () => {
    const actor = { ...OFFICER, subject: 'a late officer' };
    const ending = await connect();
    for (const unitId of ['a', 'b', 'b']) await recordAct(ending, actor, { ...REFUSED, unitId });
    await ending.close();
    expect(await actsOf(actor.subject)).toMatchObject([
      { row_count: 1, detail: { unit: 'a' } },
      { row_count: 2, detail: { unit: 'b' } },
    ]);
  });

  it('names no unit where what was repeated is about several', async () => {
    const actor = { ...OFFICER, subject: 'an officer of many units' };
    const ending = await connect();
    for (const unitId of ['a', 'b', 'c']) await recordAct(ending, actor, { ...REFUSED, unitId });
    await ending.close();
    expect((await actsOf(actor.subject))[1]?.detail).toEqual({ what: REFUSED.what });
  });

  it.each([
    ['a write that nobody made', 'INSERT', 'assessment', null, 1],
    ['a text that people typed', 'READ', 'Nguyễn Văn A', null, 1],
    ['a unit that is a text', 'READ', 'evidence', 'xã An Bình', 1],
    ['nothing', 'READ', 'evidence', null, 0],
  ])('is never %s', async (_what, ...values) => {
    const said = database.read(OFFICER, 'select record_act($1, $2, $3, $4)', values);
    await expect(said).rejects.toMatchObject({ code: '22023' });
  });
});
