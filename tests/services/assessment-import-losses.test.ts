import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import {
  type Commune,
  csvOf,
  DAY,
  findCommunes,
  formRow,
  INDICATOR,
  type RowOf,
  sendAssessments,
  TITLES,
} from './assessment-files.fixture';

const FAILED: RowOf = { contents: 'ĐĐĐĐCĐĐĐ', result: 'C', reason: 'vượt số vụ' };
const LACKED = ['Lý do chưa đạt', 'Số văn bản', 'Ngày'];

let system: TestSystem;
let officer: Officer;
let appraiser: Officer;
let provinceId: string;
let communes: Commune[];

beforeAll(async () => {
  system = await startTestSystem('real');
  provinceId = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope: provinceId });
  appraiser = await signIn(system, { subject: 'appraiser-a', role: Role.APPRAISER, scope: provinceId });
  communes = await findCommunes(system, '19');
}, 60_000);
afterAll(() => system.stop());

let used = 0;
function take(count: number): Commune[] {
  used += count;
  return communes.slice(used - count, used);
}
const takeOne = () => take(1)[0] as Commune;
const send = (who: Officer, rows: string[][], more: Record<string, string> = {}) =>
  sendAssessments(system, who, csvOf(rows), more);
const APPRAISE = { step: 'APPRAISE' };

/** Submitted, then appraised: every other one has not met a content, with a reason; all rest on papers. */
async function appraised(asked: readonly Commune[]): Promise<string[][]> {
  const rows = asked.map((commune, index) => formRow(commune, index % 2 === 0 ? FAILED : {}));
  expect(await send(officer, rows)).toMatchObject({ status: 'APPLIED' });
  expect(await send(appraiser, rows, APPRAISE)).toMatchObject({ status: 'APPLIED' });
  return rows;
}

/** The same rows in a file that lacks columns. */
function without(rows: readonly (readonly string[])[], lacked: readonly string[]): string {
  const [titles, ...others] = [TITLES, ...rows].map((cells) =>
    cells.filter((_, place) => !lacked.includes(TITLES[place] as string)),
  );
  return csvOf(others, titles);
}

/** Explanations and numbers of evidence of what holds now. */
const textsOf = (asked: readonly Commune[]) =>
  system.database.query<{ code: string; items: unknown }>(
    `select v.code, jsonb_path_query_array(a.appraised_items, '$[*].explanation') as items, a.version
     from rural_security.assessment a
     join rural_security.register_unit_version v on v.unit_id = a.unit_id and v.valid @> $2::date
     where v.code = any($1) and a.year = 2025 and a.recorded_to is null order by v.code`,
    [asked.map(({ code }) => code), DAY],
  );

describe('a column that a file does not have', () => {
  it('leaves the reasons and papers of eleven communes as they stand, and the file changes nothing', async () => {
    const asked = take(11);
    const rows = await appraised(asked);
    const before = await textsOf(asked);
    expect(await sendAssessments(system, appraiser, without(rows, LACKED), APPRAISE)).toMatchObject({
      status: 'UNCHANGED',
      report: { taken: 0, unchanged: 11, removedCount: 0 },
    });
    expect(await textsOf(asked)).toEqual(before);
  });

  it('is one in the table of results that goes out: it comes in without change', async () => {
    const asked = take(4);
    await appraised(asked);
    const before = await textsOf(asked);
    const address = `${system.url}/export/assessments.csv?within=${encodeURIComponent(provinceId)}&indicator=${INDICATOR}&year=2025&map=${DAY}`;
    const table = await fetch(address, { headers: { authorization: `Bearer ${appraiser.token}` } });
    const { report } = await sendAssessments(system, appraiser, Buffer.from(await table.arrayBuffer()), APPRAISE);
    expect(report).toMatchObject({ faults: [], taken: 0, unchanged: report.rows, removed: [] });
    expect(report.rows).toBeGreaterThan(asked.length);
    expect(await textsOf(asked)).toEqual(before);
  });

  it('leaves the other contents alone where one of them changes', async () => {
    const [commune] = take(1) as [Commune];
    const [row] = (await appraised([commune])) as [string[]];
    const changed = without([formRow(commune, { ...FAILED, contents: 'ĐĐĐĐCĐĐC' })], LACKED);
    const { report } = await sendAssessments(system, appraiser, changed, APPRAISE);
    expect(report).toMatchObject({ taken: 1, removed: [{ of: 'PAPER', items: [8] }] });
    const paper = `Văn bản số ${row.at(-3)} ngày ${row.at(-2)}`;
    const items = [paper, paper, paper, paper, 'vượt số vụ', paper, paper, null];
    expect(await textsOf([commune])).toMatchObject([{ items }]);
  });
});

describe('an empty cell of a column that a file has', () => {
  it('takes the reason and the paper away, and the report says of which contents and what stood', async () => {
    const commune = takeOne();
    await appraised([commune]);
    const { report } = await send(
      appraiser,
      [formRow(commune, { ...FAILED, reason: '', paper: '', day: '' })],
      APPRAISE,
    );
    const at = { row: 2, unitCode: commune.code, unitName: commune.name };
    expect(report).toMatchObject({ taken: 1, flipCount: 0, removedCount: 2 });
    expect(report.removed).toEqual([
      { ...at, of: 'PAPER', items: [1, 2, 3, 4, 6, 7, 8], was: 'Văn bản số 12/BC-CAX ngày 15/10/2025' },
      { ...at, of: 'REASON', items: [5], was: 'vượt số vụ' },
    ]);
  });

  it('removes nothing where another reason or paper takes its place', async () => {
    const commune = takeOne();
    await appraised([commune]);
    const row = formRow(commune, { ...FAILED, reason: 'lý do khác', paper: '13/BC-CAX' });
    expect(await send(appraiser, [row], APPRAISE)).toMatchObject({
      status: 'APPLIED',
      report: { removedCount: 0, removed: [] },
    });
  });
});

describe('what has no place in a row', () => {
  it.each([
    ['a reason where every content is met', { reason: 'vượt số vụ' }, 'Lý do chưa đạt'],
    ['a paper where no content is met', { contents: 'CCCCCCCC', result: 'C', reason: 'x' }, 'Số văn bản'],
  ] as const)('is named instead of dropped: %s', async (_what, said, column) => {
    for (const step of ['SAVE', 'SUBMIT']) {
      const { status, report } = await send(officer, [formRow(communes.at(-1) as Commune, said)], { step });
      expect([status, report.faults]).toMatchObject(['REFUSED', [{ row: 2, column, code: 'BAD_USER_INPUT' }]]);
    }
  });
});

describe('a row with several faults', () => {
  const several: [string, RowOf, string[]][] = [
    [
      'no paper and nobody who is answerable',
      { paper: '', day: '', by: '' },
      ['Cơ quan REASON_REQUIRED', 'Số văn bản EVIDENCE_REQUIRED'],
    ],
    [
      'an unknown code and cells that cannot be read',
      { code: '99999', contents: 'Đ?ĐĐĐĐĐĐ', day: '31/02/2025' },
      ['Mã UNIT_NOT_FOUND', 'ND2 UNREADABLE_CELL', 'Ngày UNREADABLE_CELL'],
    ],
    [
      'contents left open, no paper, nobody answerable',
      { contents: 'Đ–ĐĐ–ĐĐĐ', result: '', paper: '', day: '', by: '' },
      ['Cơ quan REASON_REQUIRED', 'ND2 REASON_REQUIRED', 'ND5 REASON_REQUIRED', 'Số văn bản EVIDENCE_REQUIRED'],
    ],
    [
      'a cell that cannot be read, and no paper',
      { contents: 'Đ?ĐĐĐĐĐĐ', paper: '', day: '' },
      ['ND2 UNREADABLE_CELL', 'Số văn bản EVIDENCE_REQUIRED'],
    ],
    [
      'a result that its contents contradict, and nobody answerable',
      { result: 'C', by: '' },
      ['Cơ quan REASON_REQUIRED', 'Kết quả VERDICT_CONTRADICTS_VALUE'],
    ],
    [
      'a formula, once, and nobody answerable',
      { contents: ['=A1', ...'ĐĐĐĐĐĐĐ'] as unknown as string, by: '' },
      ['Cơ quan REASON_REQUIRED', 'ND1 FORMULA'],
    ],
  ];
  it.each(several)('has each of them named, each once: %s', async (_what, said, expected) => {
    const { report } = await send(officer, [formRow(communes.at(-1) as Commune, said)], { dryRun: 'true' });
    const faults: { column: string; code: string }[] = report.faults;
    expect(faults.map(({ column, code }) => `${column} ${code}`).sort()).toEqual(expected);
    expect(report).toMatchObject({ taken: 0, unchanged: 0, flips: [] });
  });
});

describe('the words of a fault', () => {
  it.each([
    ['who is answerable', { by: '' }, /"Cơ quan:".*"Cơ quan"/],
    ['the paper', { paper: '', day: '' }, /^ND\d .*"Số văn bản" and "Ngày"/],
    ['the result', { result: 'C' }, /"Kết quả"/],
  ])('name the places of the form for %s, and no field of the API', async (_what, said, words) => {
    const { report } = await send(officer, [formRow(communes.at(-1) as Commune, said)]);
    expect(report.faults[0].message).toMatch(words);
    expect(report.faults[0].message).not.toMatch(/enteredFor|explanation|verdict/);
  });
});
