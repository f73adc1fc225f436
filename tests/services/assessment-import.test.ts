import { randomUUID } from 'node:crypto';
import { Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import { SwapBarrier } from '../faults/swap-barrier';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';
import {
  type Commune,
  csvOf,
  DAY,
  findCommunes,
  formRow,
  INDICATOR,
  type RowOf,
  sendAssessments,
} from './assessment-files.fixture';

const JOB = `query Job($id: ID!) { importJob(id: $id) {
  id kind step indicator year fileName state rowsTotal rowsDone startedBy endedAt taken unchanged faultCount
  faults { row column code } flipCount flips { row unitCode of before after } } }`;

let system: TestSystem;
/** Enters and sends for the communes of Thái Nguyên. */
let officer: Officer;
let appraiser: Officer;
let communes: Commune[];
let stranger: Commune;

beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope });
  appraiser = await signIn(system, { subject: 'appraiser-a', role: Role.APPRAISER, scope });
  communes = await findCommunes(system, '19');
  stranger = (await findCommunes(system, '06'))[0] as Commune;
}, 60_000);
afterAll(() => system.stop());

/** Communes that no other test has used. */
let used = 0;
function take(count: number): Commune[] {
  used += count;
  return communes.slice(used - count, used);
}
const takeOne = () => take(1)[0] as Commune;
const rowsOf = (asked: readonly Commune[], said: RowOf = {}) => asked.map((commune) => formRow(commune, said));
const send = (who: Officer, rows: readonly (readonly string[])[], more: Record<string, string> = {}) =>
  sendAssessments(system, who, csvOf(rows), more);
const revisionsOf = (asked: readonly Commune[]) =>
  system.database.query<{ code: string; version: number; state: string; verdict: string; entered_for: string }>(
    `select v.code, a.version, a.state, a.verdict, a.entered_for from rural_security.assessment a
     join rural_security.register_unit_version v on v.unit_id = a.unit_id and v.valid @> $2::date
     where v.code = any($1) and a.year = 2025 order by v.code, a.version`,
    [asked.map(({ code }) => code), DAY],
  );
const tallyOfProvince = async () => {
  const { data } = await system.ask(
    `query @asOf(map: "${DAY}") { province(code: "19") { attainment(indicator: "${INDICATOR}", year: 2025) {
       met notMet unknown unknownByReason { reason count } } } }`,
  );
  return data.province.attainment;
};

describe('an import of assessments', () => {
  it('takes the step for every row, counted in the same transaction, and then the next one by somebody else', async () => {
    const asked = take(3);
    const before = await tallyOfProvince();
    expect(await send(officer, rowsOf(asked))).toMatchObject({ status: 'APPLIED', report: { rows: 3, taken: 3 } });
    expect(await revisionsOf(asked)).toMatchObject(
      asked.map(({ code }) => ({
        code,
        version: 1,
        state: 'SUBMITTED',
        verdict: 'UNKNOWN',
        entered_for: 'Công an tỉnh',
      })),
    );
    const [met, alsoMet, failed] = asked as [Commune, Commune, Commune];
    const appraised = [
      ...rowsOf([met, alsoMet]),
      formRow(failed, { contents: 'ĐĐĐĐCĐĐĐ', result: 'C', reason: 'vượt' }),
    ];
    expect(await send(appraiser, appraised, { step: 'APPRAISE' })).toMatchObject({
      status: 'APPLIED',
      report: { flipCount: 3, flips: [{ of: 'VERDICT', after: 'MET' }, { after: 'MET' }, { after: 'NOT_MET' }] },
    });
    expect(await tallyOfProvince()).toMatchObject({ met: before.met + 2, notMet: before.notMet + 1 });
    const said = await system.database.query(
      `select count(*)::int as revisions, count(distinct self_items)::int as said, min(jsonb_array_length(self_items)) as contents
       from rural_security.assessment a
       join rural_security.register_unit_version v on v.unit_id = a.unit_id and v.valid @> $2::date
       where v.code = any($1) and a.year = 2025 group by a.unit_id`,
      [asked.map(({ code }) => code), DAY],
    );
    // an appraisal leaves what the unit says of itself
    expect(said).toEqual([1, 2, 3].map(() => ({ revisions: 2, said: 1, contents: 8 })));
  });

  it('keeps the results of contents in their order, beside what was said of each', async () => {
    const commune = takeOne();
    const contents = { contents: 'ĐĐĐĐCĐĐĐ', result: 'C', reason: 'vượt' };
    expect(await send(officer, [formRow(commune, contents)])).toMatchObject({ status: 'APPLIED' });
    expect(await send(appraiser, [formRow(commune, contents)], { step: 'APPRAISE' })).toMatchObject({
      status: 'APPLIED',
    });
    const [kept] = await system.database.query(
      `select array_to_string(a.item_verdicts, ' ') as verdicts, (select string_agg(item ->> 'verdict', ' ' order by place)
         from jsonb_array_elements(a.appraised_items) with ordinality said(item, place)) as said
       from rural_security.assessment a
       join rural_security.register_unit_version v on v.unit_id = a.unit_id and v.valid @> $2::date
       where v.code = $1 and a.year = 2025 and a.recorded_to is null`,
      [commune.code, DAY],
    );
    const verdicts = 'MET MET MET MET NOT_MET MET MET MET';
    expect(kept).toEqual({ verdicts, said: verdicts });
  });

  it('understands what officials write for a result, and says how', async () => {
    const answer = await send(officer, [formRow(takeOne(), { contents: 'Đxđ1XĐĐĐ', result: 'Đạt' })]);
    expect(answer).toMatchObject({ status: 'APPLIED' });
    expect(answer.report.understood).toEqual(
      expect.arrayContaining([
        { cell: 'Đ', as: 'Đ', count: 4 },
        ...['x', 'đ', '1', 'X', 'Đạt'].map((cell) => ({ cell, as: 'Đ', count: 1 })),
      ]),
    );
  });

  it('only says what it would change when it is a dry run, and leaves no job', async () => {
    const asked = take(2);
    const before = await tallyOfProvince();
    const rows = rowsOf(asked, { contents: 'ĐĐĐĐĐĐĐC', result: 'C', reason: 'chưa có mô hình' });
    expect(await send(officer, rows, { dryRun: 'true' })).toMatchObject({
      status: 'PREVIEWED',
      jobId: null,
      report: {
        taken: 2,
        flips: asked.map(({ code }, index) => ({
          row: index + 2,
          unitCode: code,
          of: 'SELF_ASSESSED',
          before: 'UNKNOWN',
          after: 'NOT_MET',
        })),
      },
    });
    expect(await revisionsOf(asked)).toEqual([]);
    expect(await tallyOfProvince()).toEqual(before);
    const jobs = 'select from rural_security.import_job where report @> $1';
    expect(await system.database.query(jobs, [{ flips: [{ unitCode: asked[0]?.code }] }])).toEqual([]);
  });

  it('does nothing at all where one row is at fault', async () => {
    const asked = take(4);
    const rows = [...rowsOf(asked.slice(0, 3)), formRow(asked[3] as Commune, { contents: 'ĐĐ?ĐĐĐĐĐ' })];
    expect(await send(officer, rows)).toMatchObject({
      status: 'REFUSED',
      report: { faults: [{ row: 5, column: 'ND3', code: 'UNREADABLE_CELL' }] },
    });
    expect(await revisionsOf(asked)).toEqual([]);
  });

  it('writes with the same number of statements for thirty units as for three', async () => {
    const audited = 'select count(*)::int as statements from rural_security.audit_entry';
    const cost = async (count: number) => {
      const [before] = await system.database.query<{ statements: number }>(audited);
      expect(await send(officer, rowsOf(take(count)))).toMatchObject({ report: { taken: count } });
      const [after] = await system.database.query<{ statements: number }>(audited);
      return (after?.statements ?? 0) - (before?.statements ?? 0);
    };
    expect([await cost(30), await cost(3)]).toEqual([3, 3]);
  });
});

describe('the same again', () => {
  it('is one effect for the same file, and says so', async () => {
    const asked = take(2);
    await send(officer, rowsOf(asked));
    expect(await send(officer, rowsOf(asked))).toMatchObject({
      status: 'UNCHANGED',
      report: { taken: 0, unchanged: 2 },
    });
    expect(await revisionsOf(asked)).toHaveLength(2);
  });

  it('is one effect for a row that says what stands, whatever the file looks like', async () => {
    const asked = take(2);
    await send(officer, rowsOf(asked));
    const other = `\uFEFF${csvOf(rowsOf([...asked].reverse(), { result: '–' }), undefined, ';').replaceAll('\n', '\r\n')}`;
    expect(await sendAssessments(system, officer, other)).toMatchObject({
      status: 'UNCHANGED',
      report: { rows: 2, taken: 0, unchanged: 2 },
    });
    expect(await revisionsOf(asked)).toHaveLength(2);
  });

  it('takes only the rows that are new to it, by their units', async () => {
    const asked = take(3);
    await send(officer, rowsOf(asked.slice(0, 2)));
    expect(await send(officer, rowsOf(asked))).toMatchObject({ status: 'APPLIED', report: { taken: 1, unchanged: 2 } });
  });

  it('is one effect when both come at once: they take turns', async () => {
    const asked = take(5);
    const lock = `select from rural_security.security_tally where unit_id = 'VN' and year = 2025 for update`;
    const barrier = await SwapBarrier.raise(system.database, lock);
    const sent = [1, 2, 3].map(() => send(officer, rowsOf(asked)));
    const running = "select from rural_security.import_job where state = 'RUNNING'";
    await until('all three to be at work', async () => (await system.database.query(running)).length === 3);
    await barrier.lift();
    const answers = await Promise.all(sent);
    expect(answers.map(({ status }) => status).sort()).toEqual(['APPLIED', 'UNCHANGED', 'UNCHANGED']);
    expect(await revisionsOf(asked)).toHaveLength(5);
  });
});

describe('somebody else who is faster', () => {
  /** Does something to the assessment of a commune, and commits when an import waits for it. */
  async function overtake(commune: Commune, statements: readonly string[], importing: () => Promise<unknown>) {
    const client = new Client({ connectionString: system.database.adminUrl });
    await client.connect();
    try {
      const [unit] = await system.database.query<{ id: string }>(
        'select unit_id as id from rural_security.register_unit_version where code = $1 and valid @> $2::date',
        [commune.code, DAY],
      );
      await client.query("begin; set local search_path = rural_security; set local app.actor = 'another'");
      for (const statement of statements) await client.query(statement, [unit?.id]);
      const [holder] = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      const sent = importing();
      const waiting = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
      await until('the import to wait', async () => (await system.database.query(waiting, [holder?.pid])).length > 0);
      await client.query('commit');
      return await sent;
    } finally {
      await client.end();
    }
  }
  const OWN = `insert into assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason)
    select $1, '${INDICATOR}', 2025, coalesce(max(version), 0) + 1, 'DRAFT', 'UNKNOWN', 'IN_DRAFT'
    from assessment where unit_id = $1 and indicator_id = '${INDICATOR}' and year = 2025`;
  const CLOSE = `update assessment set recorded_to = recording_instant()
    where unit_id = $1 and indicator_id = '${INDICATOR}' and year = 2025 and recorded_to is null`;

  it.each([
    ['recorded first', false, [OWN]],
    ['closed and went on', true, [CLOSE, OWN]],
    ['closed', true, [CLOSE]],
  ])('leaves no row of the import behind: of one unit he %s', async (_what, isHeld, statements) => {
    const asked = take(3);
    const [first, overtaken] = asked as [Commune, Commune, Commune];
    if (isHeld) await send(officer, rowsOf([overtaken]), { step: 'SAVE' });
    const answer = await overtake(overtaken, statements, () => send(officer, rowsOf(asked)));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'STALE_VERSION' } }] });
    expect(await revisionsOf([first])).toEqual([]);
    expect((await revisionsOf([overtaken])).every(({ state }) => state === 'DRAFT')).toBe(true);
  });
});

describe('a row that cannot be taken', () => {
  const faulty: [string, RowOf, string, string | null][] = [
    ['a code that no unit has', { code: '99999' }, 'UNIT_NOT_FOUND', 'Mã'],
    ['a code that lost its zeros', { code: '4' }, 'UNREADABLE_CELL', 'Mã'],
    ['no code', { code: '' }, 'UNREADABLE_CELL', 'Mã'],
    ['the name of another unit', { name: 'Xã Không Có' }, 'NAME_OF_ANOTHER_UNIT', 'Mã'],
    ['a decimal comma', { contents: ['1,0', ...'ĐĐĐĐĐĐĐ'] as unknown as string }, 'UNREADABLE_CELL', 'ND1'],
    ['29 February of a year without one', { day: '29/02/2025' }, 'UNREADABLE_CELL', 'Ngày'],
    ['a paper of the future', { day: '31/12/2099' }, 'BAD_USER_INPUT', 'Ngày'],
    ['a paper without its day', { day: '' }, 'BAD_USER_INPUT', 'Ngày'],
    ['a result that its contents contradict', { result: 'C' }, 'VERDICT_CONTRADICTS_VALUE', 'Kết quả'],
    ['contents that need a paper and have none', { paper: '', day: '' }, 'EVIDENCE_REQUIRED', 'Số văn bản'],
    ['a content left open without a word', { contents: 'ĐĐĐ–ĐĐĐĐ', result: '–' }, 'REASON_REQUIRED', 'ND4'],
    ['nobody who is answerable', { by: '' }, 'REASON_REQUIRED', 'Cơ quan'],
    ['a text that begins as a formula', { reason: '=HYPERLINK("http://x")' }, 'FORMULA', 'Lý do chưa đạt'],
  ];
  it.each(faulty)('is named with row, column, code and what to do: %s', async (_what, said, code, column) => {
    const { status, report } = await send(officer, [formRow(communes.at(-1) as Commune, said)]);
    expect(status).toBe('REFUSED');
    expect(report.faults).toEqual([{ row: 2, column, code, message: expect.stringMatching(/.{20}/) }]);
  });

  it('is of another province', async () => {
    const { report } = await send(officer, [formRow(stranger)]);
    expect(report.faults).toMatchObject([{ row: 2, column: 'Mã', code: 'FORBIDDEN' }]);
  });

  it('is there twice, and names the other one', async () => {
    const commune = communes.at(-1) as Commune;
    const { report } = await send(officer, rowsOf([commune, commune]));
    expect(report.faults).toMatchObject([{ row: 3, column: 'Mã', code: 'DUPLICATE_ROW' }]);
    expect(report.faults[0].message).toContain('row 2');
  });

  it('takes a step that its assessment is past', async () => {
    const commune = takeOne();
    await send(officer, [formRow(commune)]);
    const { report } = await send(officer, [formRow(commune, { contents: 'ĐĐĐĐĐĐĐC', result: 'C', reason: 'x' })]);
    expect(report.faults).toMatchObject([{ row: 2, column: null, code: 'WRONG_STATE' }]);
  });

  it('would be appraised by whoever entered it', async () => {
    const commune = takeOne();
    await send(appraiser, [formRow(commune)]);
    const { report } = await send(appraiser, [formRow(commune)], { step: 'APPRAISE' });
    expect(report.faults).toMatchObject([{ row: 2, code: 'OWN_SUBMISSION' }]);
  });

  it('is accepted on 29 February of a leap year, and as a draft with contents left open', async () => {
    const [leap, draft] = take(2) as [Commune, Commune];
    expect(await send(officer, [formRow(leap, { day: '29/2/2024' })])).toMatchObject({ status: 'APPLIED' });
    const open = formRow(draft, { contents: 'ĐĐĐ–––––', result: '' });
    expect(await send(officer, [open], { step: 'SAVE' })).toMatchObject({ status: 'APPLIED', report: { taken: 1 } });
    expect(await revisionsOf([draft])).toMatchObject([{ state: 'DRAFT' }]);
  });
});

describe('a file that is not the form', () => {
  it.each([
    ['without the column of codes', ['Xã', 'ND1'], 'MISSING_COLUMN'],
    ['without a content', ['Mã', 'ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7'], 'MISSING_COLUMN'],
    ['with a content that the set has not', [...'12345678', '9'].map((n) => `ND${n}`).concat('Mã'), 'MISSING_COLUMN'],
    ['with a column twice', ['Mã', 'Mã', ...[...'12345678'].map((n) => `ND${n}`)], 'MISSING_COLUMN'],
    ['with a column that nobody knows', ['Mã', 'Ghi chú', ...[...'12345678'].map((n) => `ND${n}`)], 'MISSING_COLUMN'],
  ])('is refused: %s', async (_what, titles, code) => {
    const { status, report } = await sendAssessments(system, officer, csvOf([], titles));
    expect([status, report.faults.map((fault: { code: string }) => fault.code)]).toEqual(['REFUSED', [code]]);
  });

  it.each([
    ['another year', 'Kỳ:,2024\n', 'WRONG_FORM'],
    ['another indicator', 'Chỉ tiêu:,safe-unit/tt124\n', 'WRONG_FORM'],
    ['a demonstration', 'SỐ LIỆU MÔ PHỎNG – do phần mềm tạo ra\n', 'DEMONSTRATION_REFUSED'],
  ])('is refused where it is of %s', async (_what, heading, code) => {
    const { report } = await sendAssessments(system, officer, heading + csvOf(rowsOf(communes.slice(-1))));
    expect(report.faults).toMatchObject([{ row: null, code }]);
  });

  it.each([
    ['an indicator', { indicator: 'ntm/0' }, 400, 'INDICATOR_NOT_FOUND'],
    ['a year', { year: '1999' }, 400, 'YEAR_NOT_FOUND'],
    ['a step', { step: 'RECOGNISE' }, 400, 'BAD_USER_INPUT'],
    ['a job', { job: '1' }, 400, 'BAD_USER_INPUT'],
  ])('is refused for %s that there is not', async (_what, more, http, code) => {
    const answer = await send(officer, rowsOf(communes.slice(-1)), more);
    expect(answer).toMatchObject({ http, errors: [{ extensions: { code } }] });
  });

  it('is refused from whoever does not take the step', async () => {
    const viewer = await signIn(system, { subject: 'v', role: Role.VIEWER, scope: 'VN' });
    for (const [who, step] of [
      [viewer, 'SUBMIT'],
      [officer, 'APPRAISE'],
    ] as const) {
      const answer = await send(who, rowsOf(communes.slice(-1)), { step });
      expect(answer).toMatchObject({ http: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });

  it('passes over rows without a unit and says which', async () => {
    const signature = ['', '', 'Người lập biểu', ...Array(14).fill('')];
    const { status, report } = await send(officer, [formRow(takeOne()), signature]);
    expect({ status, passedOver: report.passedOver }).toEqual({ status: 'APPLIED', passedOver: [3] });
  });
});

describe('a job', () => {
  it('can be looked at by its sender and by whoever oversees, and by nobody else', async () => {
    const id = randomUUID();
    await send(officer, rowsOf(take(2)), { job: id });
    const { data } = await officer.ask(JOB, { id });
    expect(data.importJob).toMatchObject({
      ...{ id, kind: 'assessments', step: 'SUBMIT', indicator: INDICATOR, year: 2025, fileName: 'bieu', state: 'DONE' },
      ...{ rowsTotal: 3, rowsDone: 3, startedBy: 'officer-a', taken: 2, faultCount: 0, flipCount: 2 },
    });
    const auditor = await signIn(system, { subject: 'auditor', role: Role.AUDITOR, scope: 'VN' });
    expect((await auditor.ask(JOB, { id })).data.importJob).toMatchObject({ id });
    expect((await appraiser.ask(JOB, { id })).data.importJob).toBeNull();
    expect((await system.ask(JOB, { id })).data.importJob).toBeNull();
  });

  it('keeps why a file was refused, and is listed with the newest first', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await send(officer, [formRow(communes.at(-1) as Commune, { code: '99999' })], { job: first });
    await send(officer, rowsOf([takeOne()]), { job: second });
    const page = `query Jobs($after: String) { importJobs(first: 1, after: $after) {
      nodes { id state faults { row column code } } pageInfo { endCursor hasNextPage } totalCount } }`;
    const newest = (await officer.ask(page)).data.importJobs;
    expect(newest).toMatchObject({ nodes: [{ id: second, state: 'DONE' }], pageInfo: { hasNextPage: true } });
    expect((await officer.ask(page, { after: newest.pageInfo.endCursor })).data.importJobs.nodes).toEqual([
      { id: first, state: 'REFUSED', faults: [{ row: 2, column: 'Mã', code: 'UNIT_NOT_FOUND' }] },
    ]);
  });

  it('is not begun twice under one name', async () => {
    const job = randomUUID();
    const commune = takeOne();
    await send(officer, [formRow(commune)], { job });
    expect(await send(officer, [formRow(commune)], { job })).toMatchObject({ http: 400 });
  });
});
