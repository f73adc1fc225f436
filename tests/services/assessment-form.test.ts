import { Role, readTable, writeCsv, writeXlsx } from '@tieuchi/subgraph-kit';
import readXlsxFile from 'read-excel-file/node';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { DAY, INDICATOR, sendAssessments } from './assessment-files.fixture';

let system: TestSystem;
let officer: Officer;
let appraiser: Officer;
/** Codes of two districts of Thái Nguyên. */
let districts: string[];

beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  officer = await signIn(system, { subject: 'officer-a', role: Role.COMMUNE_OFFICER, scope });
  appraiser = await signIn(system, { subject: 'appraiser-a', role: Role.APPRAISER, scope });
  const rows = await system.database.query<{ code: string }>(
    `select d.code from rural_security.register_unit_version d
     join rural_security.register_unit_version c on c.district_id = d.unit_id and c.kind = 'RURAL_COMMUNE' and c.valid @> $2::date
     where d.level = 'DISTRICT' and d.province_id = $1 and d.valid @> $2::date group by d.code having count(*) > 7 order by 1`,
    [scope, DAY],
  );
  districts = rows.map(({ code }) => code);
}, 60_000);
afterAll(() => system.stop());

type Rows = string[][];

const askForm = (who: { token: string }, more: Record<string, string> = {}, format = 'xlsx', from = system) =>
  fetch(
    `${from.url}/forms/assessments.${format}?${new URLSearchParams({ indicator: INDICATOR, year: '2025', ...more })}`,
    {
      headers: { authorization: `Bearer ${who.token}` },
    },
  );

async function rowsOf(response: Response): Promise<Rows> {
  expect(response.status).toBe(200);
  const rows: Rows = [];
  for await (const piece of readTable(Buffer.from(await response.arrayBuffer()))) {
    rows.push(...piece.map(({ cells }) => [...cells]));
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

const asXlsx = (rows: Rows) => writeXlsx([{ name: 'Biểu nhập', rows, widths: [], headingRows: 0 }]);
const asCsv = async (rows: Rows) => writeCsv(rows);
const titlesAt = (rows: Rows) => rows.findIndex((cells) => cells.includes('Mã'));

/** Fills what officials fill: who they are, and what each commune has reached, in every way that there is. */
function fill(rows: Rows): Rows {
  const titles = titlesAt(rows);
  const at = (title: string) => rows[titles]?.indexOf(title) as number;
  return rows.map((cells, index) => {
    if (cells[0] === 'Cơ quan:') return [cells[0], 'Công an huyện', ...cells.slice(2)];
    if (index <= titles) return cells;
    const filled = [...cells];
    const kind = index % 4;
    for (let item = 1; item <= 8; item += 1) filled[at(`ND${item}`)] = 'Đ';
    filled[at('Kết quả')] = 'Đ';
    if (kind === 0)
      [filled[at('ND7')], filled[at('Kết quả')], filled[at('Lý do chưa đạt')]] = ['C', 'C', '=thiếu; "một" tiêu chí'];
    if (kind === 1)
      [filled[at('ND5')], filled[at('Kết quả')], filled[at('Lý do chưa đạt')]] = ['–', '–', 'chưa có số liệu'];
    [filled[at('Số văn bản')], filled[at('Ngày')]] = [
      `${index}/BC-CAX`,
      `${String(index % 28).padStart(2, '0')}/10/2025`,
    ];
    if (kind === 2) [filled[at('Số văn bản')], filled[at('Ngày')]] = ['926/QĐ-TTg', '30/07/2022'];
    if (filled[at('Ngày')]?.startsWith('00')) filled[at('Ngày')] = '28/10/2025';
    return filled;
  });
}

describe('the form of a district', () => {
  it('lists its communes in their order with codes as text, under who, when and what', async () => {
    const rows = await rowsOf(await askForm(officer, { unit: districts[0] as string }));
    const titles = titlesAt(rows);
    expect(rows.slice(0, titles).map(([label, text]) => [label, text])).toEqual([
      ['Cơ quan:', ''],
      ['Kỳ:', '2025'],
      ['Chỉ tiêu:', INDICATOR],
      ['Địa bàn:', expect.any(String)],
    ]);
    expect(rows[titles]?.slice(0, 16)).toEqual([
      ...['STT', 'Huyện', 'Xã', 'Mã', 'ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'Kết quả'],
      ...['Lý do chưa đạt', 'Số văn bản', 'Ngày'],
    ]);
    const codes = rows.slice(titles + 1).map((cells) => cells[3]);
    const known = await system.database.query<{ code: string }>(
      `select c.code from rural_security.register_unit_version c join rural_security.register_unit_version d
         on d.unit_id = c.district_id and d.code = $1 and d.valid @> $2::date
       where c.kind = 'RURAL_COMMUNE' and c.valid @> $2::date order by 1`,
      [districts[0], DAY],
    );
    expect(codes).toEqual(known.map(({ code }) => code));
    expect(rows[titles + 1]?.slice(4, 13)).toEqual(Array(9).fill('–'));
  });

  it.each([
    ['xlsx', 0, asXlsx],
    ['csv', 1, asCsv],
  ] as const)('goes out, is filled in, comes in, and goes out again the same: %s', async (format, place, write) => {
    await officer.ask(
      `mutation { recordDocument(input: { number: "926/QĐ-TTg", issuedOn: "2022-07-30", issuer: "Thủ tướng Chính phủ", title: "Quyết định ${place}" }) { userErrors { code } } }`,
    );
    const unit = districts[place] as string;
    const filled = fill(await rowsOf(await askForm(officer, { unit }, format)));
    const outcome = await sendAssessments(system, officer, await write(filled));
    expect([outcome.status, outcome.report.faults]).toEqual(['APPLIED', []]);
    const again = await rowsOf(await askForm(officer, { unit }, format));
    expect(again).toEqual(filled);
    // and what says nothing new changes nothing
    expect(await sendAssessments(system, officer, await write(again), { name: 'again' })).toMatchObject({
      status: 'UNCHANGED',
    });
  });

  it('is empty for the appraisal of what nobody has appraised, and then shows what was appraised', async () => {
    const unit = districts[0] as string;
    const empty = await rowsOf(await askForm(appraiser, { unit, step: 'APPRAISE' }));
    expect(empty[titlesAt(empty) + 1]?.slice(4, 13)).toEqual(Array(9).fill('–'));
    const filled = fill(empty);
    expect(await sendAssessments(system, appraiser, await asXlsx(empty), { step: 'APPRAISE' })).toMatchObject({
      status: 'UNCHANGED',
    });
    expect(await sendAssessments(system, appraiser, await asXlsx(filled), { step: 'APPRAISE' })).toMatchObject({
      status: 'APPLIED',
    });
    const after = await rowsOf(await askForm(appraiser, { unit, step: 'APPRAISE' }));
    expect(after).toEqual(filled);
  });

  it('has a guide that says beforehand what a submission must name: who is answerable, and papers', async () => {
    const book = await askForm(officer, { unit: districts[0] as string });
    const sheets = await readXlsxFile(Buffer.from(await book.arrayBuffer()));
    const guide = new Map(sheets[1]?.data.map(([label, text]) => [label, text]));
    expect(guide.get('Cơ quan')).toMatch(/phải ghi.*"Cơ quan:".*cột "Cơ quan"/);
    expect(guide.get('Số văn bản, Ngày')).toMatch(/SUBMIT.*phải ghi cả số và ngày/);
  });

  it('names the paper of the registry as evidence, and any other in words', async () => {
    const kept = await system.database.query<{ registered: number; worded: number }>(
      `select count(*) filter (where e.document_id is not null)::int as registered,
         (select count(*)::int from rural_security.assessment a, jsonb_array_elements(a.self_items) item
          where item ->> 'explanation' like 'Văn bản số %/BC-CAX ngày %') as worded from rural_security.item_evidence e`,
    );
    expect(kept[0]?.registered).toBeGreaterThan(0);
    expect(kept[0]?.worded).toBeGreaterThan(0);
  });
});

describe('a form', () => {
  it.each([
    ['no such unit', { unit: '77777' }, 'UNIT_NOT_FOUND'],
    ['no such year', { unit: '19', year: '1999' }, 'YEAR_NOT_FOUND'],
    ['no such indicator', { unit: '19', indicator: 'x/y' }, 'INDICATOR_NOT_FOUND'],
    ['no unit said', {}, 'BAD_USER_INPUT'],
    ['no such step', { unit: '19', step: 'REVOKE' }, 'BAD_USER_INPUT'],
  ])('is refused with what is wrong: %s', async (_what, more, code) => {
    const response = await askForm(officer, more as Record<string, string>);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('is for those who work with it', async () => {
    const viewer = await signIn(system, { subject: 'v', role: Role.VIEWER, scope: 'VN' });
    expect((await askForm(viewer, { unit: '19' })).status).toBe(403);
  });

  it('is made for the whole country, 7,692 communes', async () => {
    const rows = await rowsOf(await askForm(officer, { unit: 'VN' }, 'csv'));
    expect(rows.length - titlesAt(rows) - 1).toBe(7_692);
  });
});

describe('the form of a demonstration', () => {
  it('says in its name, its first line and every row that its data are synthetic, and comes back in', async () => {
    const demonstration = await startTestSystem('demo');
    try {
      const scope = await unitIdOf(demonstration, 'PROVINCE', '19', DAY);
      const who = await signIn(demonstration, { subject: 'officer-d', role: Role.COMMUNE_OFFICER, scope });
      const response = await askForm(who, { unit: '19' }, 'xlsx', demonstration);
      expect(response.headers.get('content-disposition')).toContain('filename="MO-PHONG_bieu_19_2025.xlsx"');
      const rows = await rowsOf(response);
      expect(rows[0]?.[0]).toMatch(/^SỐ LIỆU MÔ PHỎNG/);
      const origins = rows.slice(titlesAt(rows)).map((cells) => cells.at(-1));
      expect(new Set(origins)).toEqual(new Set(['nguon_so_lieu', 'MÔ PHỎNG']));
      const back = await sendAssessments(demonstration, who, await asXlsx(rows));
      expect([back.status, back.report.faults]).toEqual(['UNCHANGED', []]);
    } finally {
      await demonstration.stop();
    }
  }, 60_000);
});
