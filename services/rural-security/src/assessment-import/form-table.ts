import type { FormGround, FormQuestion, FormUnit } from './form.repository';
import { itemTitle, ORIGIN_TITLE, SYNTHETIC_ORIGIN, TITLES } from './form-columns';
import { HEADING_LABELS, SYNTHETIC_NOTICE } from './form-heading';
import { heldContent, type PapersById } from './held-content';
import type { ImportStep } from './import-step';
import { printDay } from './paper-day';
import { PRINTED } from './verdict-word';

export interface FormTable {
  readonly rows: readonly (readonly string[])[];
  /** Up to and with the titles. */
  readonly headingRows: number;
}

/** The officials' form: heading rows, titles, and a row for each unit with what is recorded of it. */
export function formTable(
  ground: FormGround,
  { indicatorId, year }: FormQuestion,
  step: ImportStep,
  papers: PapersById,
): FormTable {
  const { isDemonstration, units, itemTexts } = ground;
  const headings = [
    ...(isDemonstration ? [[SYNTHETIC_NOTICE]] : []),
    [HEADING_LABELS.enteredFor, commonName(units)],
    [HEADING_LABELS.year, String(year)],
    [HEADING_LABELS.indicatorId, indicatorId, '', ground.indicatorName],
    ['Địa bàn:', ground.placeName, '', `Đơn vị hành chính ngày ${printDay(ground.countedOn)}`],
  ];
  const origin = isDemonstration ? [SYNTHETIC_ORIGIN] : [];
  const entries = units.map((unit, index) => {
    const { items, result, reason, paper } = heldContent(unit.held, step, itemTexts.length, papers);
    const results = [...items, result].map((verdict) => PRINTED[verdict]);
    const paperCells = paper ? [paper.number, printDay(paper.issuedOn)] : ['', ''];
    return [String(index + 1), ...placeCells(unit), unit.code, ...results, reason, ...paperCells, ...origin];
  });
  const rows = [...headings, titles(itemTexts.length, isDemonstration), ...entries];
  return { rows, headingRows: headings.length + 1 };
}

function titles(itemCount: number, isDemonstration: boolean): string[] {
  const { number, district, name, code, result, reason, paperNumber, paperDay } = TITLES;
  const items = Array.from({ length: itemCount }, (_, index) => itemTitle(index + 1));
  return [
    ...[number, district, name, code, ...items, result, reason, paperNumber, paperDay],
    ...(isDemonstration ? [ORIGIN_TITLE] : []),
  ];
}

/** A district that is assessed itself stands in the column of districts. */
function placeCells({ districtName, name }: FormUnit): [string, string] {
  return districtName === '' ? [name, ''] : [districtName, name];
}

/** Who is answerable, where it is one for all; else each keeps the one that was named. */
function commonName(units: readonly FormUnit[]): string {
  const names = new Set(units.flatMap(({ held }) => held?.enteredFor ?? []));
  const [name = ''] = names;
  return names.size === 1 ? name : '';
}

const ANSWERABLE =
  'Khi cấp trên nhập thay cho đơn vị, phải ghi cơ quan chịu trách nhiệm: ở dòng "Cơ quan:" phía trên cho mọi đơn vị, hoặc thêm cột "Cơ quan" cho từng đơn vị.';

/** What officials read beside the form; nothing of it is read back. */
export function guideRows({ itemTexts }: FormGround, step: ImportStep): string[][] {
  const texts = itemTexts.map((text, index) => [itemTitle(index + 1), text]);
  return [
    ['Hướng dẫn'],
    ['Kết quả', 'Ghi Đ (hoặc x, 1, Đạt) khi đạt; C (hoặc 0, Chưa đạt) khi chưa đạt; – khi chưa có kết quả.'],
    ['Mã', 'Giữ nguyên mã đơn vị, kể cả số 0 ở đầu. Không thêm công thức.'],
    [
      'Lý do chưa đạt',
      'Ghi lý do khi có nội dung C; với –, phải ghi vì sao chưa có kết quả (trừ bước SAVE). Để trống khi mọi nội dung đều đạt.',
    ],
    [
      'Số văn bản, Ngày',
      'Văn bản làm căn cứ cho các nội dung đạt; khi gửi (bước SUBMIT), nội dung đạt cần có căn cứ thì phải ghi cả số và ngày. Ngày ghi theo dạng 31/12/2025.',
    ],
    ['Cơ quan', ANSWERABLE],
    ['Bước', step],
    ...texts,
  ];
}
