import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, payloadOf, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { changeCommunes, recordCommunes } from './recorded-communes';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const STATEMENT = `id version state year population map total met notMet unknown selfAssessedMet contentHash signer reason origin
  draftedBy signedBy receivedBy returnedBy signedAt receivedAt returnedAt paper { number } changedSince { met notMet unknown }`;
const mutation = (name: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation Step($input: ${type}!) { ${name}(input: $input) { statement { ${STATEMENT} } userErrors { code path message } } }`;
};
const LIST = `query List($map: Date!, $code: String!, $year: Int!, $knownOn: Date) @asOf(map: $map, knownOn: $knownOn) {
  province(code: $code) { id
    tallyStatements(indicator: "${INDICATOR}", year: $year) { ${STATEMENT} }
    securityTallies(indicator: "${INDICATOR}", year: $year) { population met notMet unknown total } } }`;
const CHANGES = `query Changes($id: ID!, $first: Int!, $after: String) @asOf(map: "${DAY}") {
  statementChanges(statement: $id, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { unit { code } before after } } }`;

let system: TestSystem;
let recogniser: Officer;
let appraiser: Officer;
let ministry: Officer;
let elsewhere: Officer;
let paper: string;
beforeEach(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  recogniser = await signIn(system, { subject: 'recogniser', role: Role.RECOGNISER, scope });
  appraiser = await signIn(system, { subject: 'appraiser', role: Role.APPRAISER, scope });
  ministry = await signIn(system, { subject: 'ministry', role: Role.MINISTRY, scope: 'VN' });
  elsewhere = await signIn(system, {
    subject: 'elsewhere',
    role: Role.RECOGNISER,
    scope: await unitIdOf(system, 'PROVINCE', '01', DAY),
  });
  await recordCommunes(system, { code: '19', year: 2025, met: 118, notMet: 2 });
  const { data } = await recogniser.ask(
    `mutation { recordDocument(input: { number: "12/BC", issuedOn: "2026-01-05", issuer: "Công an tỉnh", title: "Báo cáo" }) { document { id } } }`,
  );
  paper = data.recordDocument.document.id;
}, 60_000);
afterEach(() => system.stop());

async function take(who: Officer, step: string, input: object) {
  const name = `${step}TallyStatement`;
  return { statement: null, ...payloadOf(await who.ask(mutation(name), { input }), name) };
}
const books = (changed: object = {}) => ({
  unitCode: '19',
  level: 'PROVINCE',
  indicator: INDICATOR,
  year: 2025,
  ...changed,
});
async function done(who: Officer, step: string, input: object) {
  const { statement, userErrors } = await take(who, step, input);
  expect(userErrors).toEqual([]);
  return statement;
}
async function refusal(who: Officer, step: string, input: object): Promise<string> {
  const { statement, userErrors } = await take(who, step, input);
  expect(statement).toBeNull();
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`).join();
}
async function signed() {
  const { id } = await done(appraiser, 'draft', books());
  const input = { statementId: id, expectedVersion: 1, documentId: paper, signer: 'Đại tá Nguyễn Văn A' };
  return done(recogniser, 'sign', input);
}
async function list(changed: object = {}, headers: Record<string, string> = {}) {
  const { data, errors } = await system.ask(LIST, { map: DAY, code: '19', year: 2025, ...changed }, headers);
  expect(errors).toBeUndefined();
  return data.province;
}
const held = () => system.database.query('select * from rural_security.tally_statement order by recorded_from');

describe('a level closes its books', () => {
  it('with the counts that are kept, drawn up, signed, received and returned, each step by whom and when', async () => {
    const draft = await done(appraiser, 'draft', books());
    const counts = { met: 118, notMet: 2, unknown: 1, total: 121, population: 'ALL_COMMUNES' };
    expect(draft).toMatchObject({
      ...counts,
      version: 1,
      state: 'DRAFT',
      map: DAY,
      origin: 'RECORDED',
      draftedBy: 'appraiser',
      signedBy: null,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      changedSince: { met: 0, notMet: 0, unknown: 0 },
    });
    expect((await list()).securityTallies).toEqual([counts]);
    const sign = { statementId: draft.id, expectedVersion: 1, documentId: paper, signer: 'Đại tá A' };
    expect(await done(recogniser, 'sign', sign)).toMatchObject({
      ...counts,
      version: 2,
      state: 'SIGNED',
      signer: 'Đại tá A',
      signedBy: 'recogniser',
      signedAt: expect.any(String),
      paper: { number: '12/BC' },
      contentHash: draft.contentHash,
    });
    const receive = { statementId: draft.id, expectedVersion: 2 };
    expect(await done(ministry, 'receive', receive)).toMatchObject({ state: 'RECEIVED', receivedBy: 'ministry' });
    const back = { statementId: draft.id, expectedVersion: 3, reason: 'Thiếu một xã' };
    expect(await done(ministry, 'return', back)).toMatchObject({
      ...counts,
      version: 4,
      state: 'RETURNED',
      reason: 'Thiếu một xã',
      signedBy: 'recogniser',
      receivedBy: 'ministry',
      returnedBy: 'ministry',
      draftedBy: 'appraiser',
    });
    expect(await held()).toHaveLength(4);
  });

  it('and sees what changed since, unit by unit, while the statement stays', async () => {
    const { id } = await signed();
    // the 121st had no result, the first had met it
    await changeCommunes(system, { code: '19', year: 2025 }, { 1: 'NOT_MET', 121: 'MET', 2: 'MET' });
    const [statement] = (await list()).tallyStatements;
    expect(statement).toMatchObject({
      met: 118,
      notMet: 2,
      unknown: 1,
      changedSince: { met: 0, notMet: 1, unknown: -1 },
    });
    const first = await system.ask(CHANGES, { id, first: 1 });
    expect(first.errors).toBeUndefined();
    const { totalCount, nodes, pageInfo } = first.data.statementChanges;
    expect({ totalCount, nodes }).toMatchObject({ totalCount: 2, nodes: [{ before: 'MET', after: 'NOT_MET' }] });
    const next = await system.ask(CHANGES, { id, first: 1, after: pageInfo.endCursor });
    expect(next.data.statementChanges).toMatchObject({
      nodes: [{ before: 'UNKNOWN', after: 'MET' }],
      pageInfo: { hasNextPage: false },
    });
    expect(next.data.statementChanges.nodes[0].unit.code > nodes[0].unit.code).toBe(true);
  });

  it('anew where a draft is counted again: the same rows have the same hash, others another', async () => {
    const first = await done(appraiser, 'draft', books());
    expect(await refusal(appraiser, 'draft', books())).toBe('STALE_VERSION expectedVersion');
    const second = await done(recogniser, 'draft', books({ expectedVersion: 1 }));
    expect(second).toMatchObject({ id: first.id, version: 2, contentHash: first.contentHash });
    await changeCommunes(system, { code: '19', year: 2025 }, { 1: 'NOT_MET' });
    const third = await done(appraiser, 'draft', books({ expectedVersion: 2 }));
    expect(third).toMatchObject({ version: 3, met: 117, notMet: 3 });
    expect(third.contentHash).not.toBe(first.contentHash);
    expect((await list()).tallyStatements).toHaveLength(1);
  });

  it('again with another statement after one that was returned', async () => {
    const { id } = await signed();
    expect(await refusal(appraiser, 'draft', books())).toBe('WRONG_STATE ');
    await done(ministry, 'return', { statementId: id, expectedVersion: 2, reason: 'Sai' });
    const again = await done(appraiser, 'draft', books());
    expect(again.id).not.toBe(id);
    const states = (await list()).tallyStatements.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['RETURNED', 'DRAFT']);
  });

  it('on a map that is not loaded or still to come not at all', async () => {
    for (const [map, code] of [
      ['2021-01-01', 'MAP_NOT_LOADED'],
      ['2099-01-01', 'BAD_USER_INPUT'],
    ] as const) {
      expect(await take(appraiser, 'draft', books({ map }))).toMatchObject({ userErrors: [{ code, path: ['map'] }] });
    }
  });

  it('on another map with all that is grouped there, and as the country or a district', async () => {
    const today = await signIn(system, {
      subject: 'today',
      role: Role.RECOGNISER,
      scope: await unitIdOf(system, 'PROVINCE', '19', '2025-07-01'),
    });
    expect(await done(today, 'draft', books({ map: '2025-07-01' }))).toMatchObject({
      met: 118,
      total: 216,
      unknown: 96,
    });
    const country = await signIn(system, { subject: 'v05', role: Role.RECOGNISER, scope: 'VN' });
    expect(await done(country, 'draft', books({ unitCode: 'VN', level: 'COUNTRY' }))).toMatchObject({
      met: 118,
      total: 7_692,
    });
    // Định Hóa
    const district = await done(appraiser, 'draft', books({ unitCode: '167', level: 'DISTRICT' }));
    expect(district.total).toBeGreaterThan(0);
    expect(district.total).toBeLessThan(121);
  });

  it('once, where five sign at the same moment', async () => {
    const { id } = await done(appraiser, 'draft', books());
    const input = { statementId: id, expectedVersion: 1, documentId: paper, signer: 'A' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => take(recogniser, 'sign', input)));
    expect(answers.filter(({ statement }) => statement)).toHaveLength(1);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(Array(4).fill('STALE_VERSION'));
    const both = await Promise.all([1, 2].map(() => take(appraiser, 'draft', books({ year: 2024 }))));
    expect(both.filter(({ statement }) => statement)).toHaveLength(1);
  });
});

describe('a step of a statement', () => {
  it.each([
    ['of an unknown unit', { unitCode: '99' }, 'UNIT_NOT_FOUND unitCode'],
    ['of an unknown indicator', { indicator: 'x' }, 'INDICATOR_NOT_FOUND '],
    ['of a year that is not assessed', { year: 2019 }, 'YEAR_NOT_FOUND '],
    ['with a text that cannot be kept', { unitCode: '1\u0000' }, 'BAD_USER_INPUT unitCode'],
    [
      'of a ward, which the indicator does not count',
      { unitCode: '05431', level: 'COMMUNE' },
      'NOT_IN_POPULATION unitCode',
    ],
    ['of another part of the country', { unitCode: '01' }, 'FORBIDDEN '],
  ])('that draws one up %s is refused with its place', async (_, changed, expected) => {
    expect(await refusal(recogniser, 'draft', books(changed))).toBe(expected);
    expect(await held()).toEqual([]);
  });

  it('is refused to whoever may not take it, and nothing is written', async () => {
    const { id } = await done(appraiser, 'draft', books());
    const sign = { statementId: id, expectedVersion: 1, documentId: paper, signer: 'A' };
    expect(await refusal(appraiser, 'sign', sign)).toBe('FORBIDDEN ');
    // a draft of elsewhere is as if it were not there
    expect(await refusal(elsewhere, 'sign', sign)).toBe('STATEMENT_NOT_FOUND statementId');
    expect(await refusal(ministry, 'draft', books({ year: 2024 }))).toBe('FORBIDDEN ');
    expect(await refusal(recogniser, 'sign', { ...sign, signer: ' ' })).toBe('BAD_USER_INPUT signer');
    expect(await refusal(recogniser, 'sign', { ...sign, documentId: 'x' })).toBe('DOCUMENT_NOT_FOUND documentId');
    expect(await refusal(recogniser, 'sign', { ...sign, expectedVersion: 2 })).toBe('STALE_VERSION expectedVersion');
    expect(await refusal(recogniser, 'sign', { ...sign, statementId: 'x' })).toBe('STATEMENT_NOT_FOUND statementId');
    expect(await refusal(ministry, 'receive', { statementId: id, expectedVersion: 1 })).toBe('WRONG_STATE ');
    expect(await held()).toHaveLength(1);
    await done(recogniser, 'sign', sign);
    expect(await refusal(recogniser, 'receive', { statementId: id, expectedVersion: 2 })).toBe('FORBIDDEN ');
    const same = await signIn(system, { subject: 'recogniser', role: Role.MINISTRY, scope: 'VN' });
    expect(await refusal(same, 'receive', { statementId: id, expectedVersion: 2 })).toBe('OWN_SUBMISSION ');
    const back = { statementId: id, expectedVersion: 2, reason: ' ' };
    expect(await refusal(ministry, 'return', back)).toBe('REASON_REQUIRED reason');
  });
});

describe('statements', () => {
  it('name officers to those who work with them, and show nothing to the public', async () => {
    await signed();
    const as = (role: Role) => list({}, { authorization: `Bearer ${system.tokens.get(role)}` });
    expect((await as(Role.AUDITOR)).tallyStatements[0]).toMatchObject({
      draftedBy: 'appraiser',
      signedBy: 'recogniser',
    });
    expect((await as(Role.VIEWER)).tallyStatements[0]).toMatchObject({ draftedBy: null, signedBy: null, met: 118 });
    const { data, errors } = await system.ask(
      LIST,
      { map: DAY, code: '19', year: 2025 },
      { authorization: `Bearer ${system.tokens.get(Role.PUBLIC)}` },
    );
    expect([data.province.tallyStatements, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('are known from the day on which they were drawn up', async () => {
    await signed();
    expect((await list({ knownOn: '2020-01-01' })).tallyStatements).toEqual([]);
  });

  it('are never changed or taken away', async () => {
    await signed();
    for (const act of [
      'update rural_security.tally_statement set met = 0',
      'delete from rural_security.tally_statement',
    ]) {
      await expect(system.database.query(act)).rejects.toMatchObject({ code: 'TC003' });
    }
    await expect(system.database.query('truncate rural_security.tally_statement')).rejects.toMatchObject({
      code: 'TC001',
    });
  });

  it('that there are not, or pages that are too large, are refused', async () => {
    const code = async (variables: object) =>
      (await system.ask(CHANGES, { id: 'x', first: 1, ...variables })).errors?.[0]?.extensions.code;
    expect(await code({})).toBe('STATEMENT_NOT_FOUND');
    expect(await code({ first: 501 })).toBe('PAGE_TOO_LARGE');
    expect(await code({ after: 'x' })).toBe('BAD_USER_INPUT');
  });

  it('cost one statement for all provinces, and one for what changed since', async () => {
    await signed();
    system.takeStatements();
    const { data } = await system.ask(
      `query @asOf(map: "${DAY}") { country { provinces { tallyStatements(indicator: "${INDICATOR}", year: 2025) { changedSince { met } } } } }`,
    );
    expect(data.country.provinces.flatMap((one: { tallyStatements: [] }) => one.tallyStatements)).toHaveLength(1);
    expect(system.takeStatements().filter((sql) => sql.includes('tally_statement'))).toHaveLength(2);
  });
});
