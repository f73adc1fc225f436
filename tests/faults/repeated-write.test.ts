import { randomUUID } from 'node:crypto';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Database, forgetOldAnswers, Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { askGraphql, type GraphqlAnswer, startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';

const INDICATOR = 'ntm-2021-2025/19.2';
const PAYLOAD = '{ document { id number } userErrors { code } }';
const RECORD = `mutation Record($input: DocumentInput!) { recordDocument(input: $input) ${PAYLOAD} }`;
const RECORD_TWO = `mutation Two($a: DocumentInput!, $b: DocumentInput!) {
  first: recordDocument(input: $a) ${PAYLOAD} second: recordDocument(input: $b) ${PAYLOAD} }`;
const SAVE = `mutation Save($input: EnterAssessmentInput!) {
  saveAssessment(input: $input) { assessment { version state } userErrors { code } } }`;

let system: TestSystem;
let officer: Officer;
let other: Officer;
let communeCode: string;
beforeAll(async () => {
  system = await startTestSystem('real');
  const [commune] = await system.database.query<{ code: string; unit_id: string }>(
    `select code, unit_id from rural_security.register_unit_version
     where kind = 'RURAL_COMMUNE' and valid @> date '2025-06-30' order by code limit 1`,
  );
  communeCode = commune!.code;
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope: commune!.unit_id });
  const province = await unitIdOf(system, 'PROVINCE', '19', '2025-06-30');
  other = await signIn(system, { subject: 'officer-b', role: Role.APPRAISER, scope: province });
}, 60_000);
afterAll(() => system.stop());

const newKey = () => `key-${randomUUID()}`;
const paper = (number: string) => ({ number, issuedOn: '2026-01-15', issuer: 'Công an xã', title: 'Biên bản' });
const send = (who: Officer, key: string, query: string, variables: object) =>
  askGraphql(`${system.url}/graphql`, query, variables, {
    authorization: `Bearer ${who.token}`,
    'idempotency-key': key,
  });
const record = (key: string, number: string, who = officer) => send(who, key, RECORD, { input: paper(number) });
const codesOf = ({ errors }: GraphqlAnswer) => errors?.map(({ extensions }) => extensions.code);

async function papersCalled(...numbers: string[]): Promise<number> {
  const [row] = await system.database.query<{ count: number }>(
    'select count(*)::int as count from rural_security.document where number = any ($1)',
    [numbers],
  );
  return row!.count;
}

async function waitingForLocks(): Promise<number> {
  const [row] = await system.database.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return row!.count;
}

describe('a write that is sent again with its key', () => {
  it('is answered as the first time and written once', async () => {
    const key = newKey();
    const first = await record(key, '1/BB');
    expect(first.data.recordDocument).toMatchObject({ document: { number: '1/BB' }, userErrors: [] });
    expect((await record(key, '1/BB')).data).toEqual(first.data);
    expect(await papersCalled('1/BB')).toBe(1);
  });

  it('is written again under another key, and without one', async () => {
    await record(newKey(), '2/BB');
    await record(newKey(), '2/BB');
    await officer.ask(RECORD, { input: paper('2/BB') });
    expect(await papersCalled('2/BB')).toBe(3);
  });

  it('twenty times at the same moment is written once, and all are answered alike', async () => {
    const key = newKey();
    const blocker = new Client({ connectionString: system.database.adminUrl });
    await blocker.connect();
    // nobody gets further than this until several have begun
    await blocker.query('begin; lock table rural_security.document in share mode');
    const sending = Promise.all(Array.from({ length: 20 }, () => record(key, '3/BB')));
    await until('several writes under way', async () => (await waitingForLocks()) >= 4);
    await blocker.query('commit');
    await blocker.end();
    const answers = await sending;
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
    expect(await papersCalled('3/BB')).toBe(1);
  });

  it('is the same write in another order of its variables and with other blanks', async () => {
    const key = newKey();
    const { number, ...rest } = paper('4/BB');
    const first = await send(officer, key, RECORD, { input: { number, ...rest } });
    const again = await send(officer, key, RECORD.replaceAll(' { ', '{'), { input: { ...rest, number } });
    expect(again.data).toEqual(first.data);
    expect(await papersCalled('4/BB')).toBe(1);
  });

  it('is refused with other variables or another operation, and writes nothing', async () => {
    const key = newKey();
    await record(key, '5/BB');
    const withOther = await record(key, '5b/BB');
    expect(codesOf(withOther)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const asOther = await send(officer, key, RECORD_TWO, { a: paper('5b/BB'), b: paper('5b/BB') });
    expect(codesOf(asOther)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await papersCalled('5b/BB')).toBe(0);
  });

  it('is another write where somebody else uses the same key', async () => {
    const key = newKey();
    const [one, two] = [await record(key, '6/BB'), await record(key, '6/BB', other)];
    expect(two.data.recordDocument.document.id).not.toBe(one.data.recordDocument.document.id);
    expect(await papersCalled('6/BB')).toBe(2);
  });

  it('is one write in all of its fields', async () => {
    const key = newKey();
    const both = { a: paper('7a/BB'), b: paper('7b/BB') };
    const first = await send(officer, key, RECORD_TWO, both);
    expect(first.errors).toBeUndefined();
    expect((await send(officer, key, RECORD_TWO, both)).data).toEqual(first.data);
    expect(await papersCalled('7a/BB', '7b/BB')).toBe(2);
  });

  it('answers what it wrote then, whatever became of that since, and takes no version for stale', async () => {
    const [key, later] = [newKey(), newKey()];
    const about = (expectedVersion: number | null, verdict: string) => ({
      input: {
        unitCode: communeCode,
        indicator: INDICATOR,
        year: 2025,
        expectedVersion,
        items: [{ number: 1, verdict, explanation: 'có hồ sơ' }],
      },
    });
    const saved = await send(officer, key, SAVE, about(null, 'MET'));
    expect(saved.data.saveAssessment).toEqual({ assessment: { version: 1, state: 'DRAFT' }, userErrors: [] });
    const next = await send(officer, later, SAVE, about(1, 'NOT_MET'));
    expect(next.data.saveAssessment.assessment.version).toBe(2);
    expect((await send(officer, key, SAVE, about(null, 'MET'))).data).toEqual(saved.data);
    const stale = await send(officer, newKey(), SAVE, about(1, 'MET'));
    expect(stale.data.saveAssessment.userErrors).toEqual([{ code: 'STALE_VERSION' }]);
  });

  it('is tried again where nothing was written', async () => {
    const key = newKey();
    const sha256 = 'a'.repeat(64);
    const refused = await send(officer, key, RECORD, { input: { ...paper('8/BB'), sha256 } });
    expect(refused.data.recordDocument.userErrors).toEqual([{ code: 'EVIDENCE_NOT_FOUND' }]);
    const kept = await system.database.query('select from rural_security.answered_request where key = $1', [key]);
    expect(kept).toEqual([]);
  });
});

describe('a key', () => {
  it.each(['short', 'x'.repeat(129), 'with a blank', 'clé-inconnue'])('that is %j is refused', async (key) => {
    const answer = await record(key, '9/BB');
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(await papersCalled('9/BB')).toBe(0);
  });

  it('of a query does nothing', async () => {
    const answer = await send(officer, newKey(), '{ country { name } }', {});
    expect(answer.data.country.name).toBe('Việt Nam');
  });
});

describe('kept answers', () => {
  it('are seen by whoever was answered alone, and forgotten after a week', async () => {
    const [old, fresh] = [newKey(), newKey()];
    await record(old, '10/BB');
    await record(fresh, '10/BB');
    const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
    const database = await Database.connect({ url: appUrl, schema: 'rural_security', poolSize: 1 });
    const keysSeenBy = async (who: Officer) =>
      (await database.read<{ key: string }>(who, 'select key from answered_request')).map(({ key }) => key);
    expect(await keysSeenBy(officer)).toEqual(expect.arrayContaining([old, fresh]));
    expect(await keysSeenBy({ ...other, role: Role.ADMIN, scope: 'VN' })).not.toContain(old);

    await system.database.query(
      "update rural_security.answered_request set answered_at = answered_at - interval '8 days' where key = $1",
      [old],
    );
    await forgetOldAnswers(database).stop();
    const left = await keysSeenBy(officer);
    expect([left.includes(old), left.includes(fresh)]).toEqual([false, true]);
    await database.close();
  });
});
