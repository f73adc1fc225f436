import { Role } from '@tieuchi/subgraph-kit';
import { recordCommunes } from '../../services/recorded-communes';
import { type Officer, signIn, unitIdOf } from '../../support/officer';
import { startTestSystem, type TestSystem } from '../../support/test-system';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const BOOKS = { indicator: INDICATOR, year: 2025 };
const step = (name: string, type: string) =>
  `mutation Step($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code message } statement { id version } } }`;

let system: TestSystem;
let province: string;
let district: string;
let appraiser: Officer;
let recogniser: Officer;
/** Signed in, but for another part of the country. */
let strangers: Officer[];

beforeAll(async () => {
  system = await startTestSystem('real');
  province = await unitIdOf(system, 'PROVINCE', '19', DAY);
  const elsewhere = await unitIdOf(system, 'PROVINCE', '01', DAY);
  appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope: province });
  recogniser = await signIn(system, { subject: 'recogniser', role: Role.RECOGNISER, scope: province });
  strangers = await Promise.all(
    [Role.VIEWER, Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY].map((role) =>
      signIn(system, { subject: `strange ${role}`, role, scope: elsewhere }),
    ),
  );
  await recordCommunes(system, { code: '19', year: 2025, met: 100, notMet: 2 });
  const [row] = await system.database.query<{ code: string }>(
    `select d.code from rural_security.register_unit_version d where d.level = 'DISTRICT' and d.province_id = $1
       and d.valid @> $2::date order by d.code limit 1`,
    [province, DAY],
  );
  district = row!.code;
}, 60_000);
afterAll(() => system.stop());

async function take(who: Officer, name: string, type: string, input: object) {
  const { data, text } = await who.ask(step(name, type), { input });
  if (data?.payload?.userErrors?.length !== 0) throw new Error(text);
  return data.payload.statement as { id: string; version: number };
}
const draft = (unitCode: string, level: string) =>
  take(appraiser, 'draftTallyStatement', 'DraftTallyStatementInput', { ...BOOKS, unitCode, level });
async function listed(who: Officer, level: 'province' | 'district', code: string) {
  const { data, errors } = await who.ask(
    `query Q @asOf(map: "${DAY}") { unit: ${level}(code: "${code}") {
       statements: tallyStatements(indicator: "${INDICATOR}", year: 2025) { id state selfAssessedMet } } }`,
  );
  expect(errors).toBeUndefined();
  return data.unit.statements;
}
const changesOf = (who: Officer, id: string) =>
  who.ask(`query Q($id: ID!) @asOf(map: "${DAY}") { statementChanges(statement: $id, first: 5) { totalCount } }`, {
    id,
  });

test('books that a province has not signed yet are not there for strangers, by list, id or step', async () => {
  const { id, version } = await draft('19', 'PROVINCE');
  expect(await listed(appraiser, 'province', '19')).toHaveLength(1);
  expect((await changesOf(appraiser, id)).data.statementChanges.totalCount).toBe(0);
  for (const who of strangers) {
    expect([who.role, await listed(who, 'province', '19')]).toEqual([who.role, []]);
    const { errors } = await changesOf(who, id);
    expect([who.role, errors?.map(({ extensions }) => extensions.code)]).toEqual([who.role, ['STATEMENT_NOT_FOUND']]);
  }
  const stranger = strangers.find(({ role }) => role === Role.MINISTRY) as Officer;
  const codeOf = async (statementId: string) => {
    const input = { statementId, expectedVersion: version };
    const { data } = await stranger.ask(step('receiveTallyStatement', 'ReceiveTallyStatementInput'), { input });
    return data.payload.userErrors[0].code;
  };
  expect(await codeOf(id)).toBe(await codeOf('0198a0a0-0000-7000-8000-000000000000'));
});

test('a district’s signed books tell strangers nothing of what its communes say of themselves', async () => {
  const { id, version } = await draft(district, 'DISTRICT');
  const { data } = await recogniser.ask(
    'mutation { recordDocument(input: { number: "12/BC", issuedOn: "2026-01-05", issuer: "Công an tỉnh", title: "Báo cáo" }) { document { id } } }',
  );
  const paper = data.recordDocument.document.id;
  await take(recogniser, 'signTallyStatement', 'SignTallyStatementInput', {
    statementId: id,
    expectedVersion: version,
    documentId: paper,
    signer: 'Đại tá A',
  });
  const [own] = await listed(appraiser, 'district', district);
  expect(own.selfAssessedMet).toEqual(expect.any(Number));
  for (const who of strangers) {
    expect(await listed(who, 'district', district)).toEqual([{ ...own, selfAssessedMet: null }]);
  }
});
