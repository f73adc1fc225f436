/** The columns of the officials' form that are not contents, by what is read from them. */
export const TITLES = {
  number: 'STT',
  district: 'Huyện',
  name: 'Xã',
  code: 'Mã',
  result: 'Kết quả',
  reason: 'Lý do chưa đạt',
  paperNumber: 'Số văn bản',
  paperDay: 'Ngày',
  enteredFor: 'Cơ quan',
} as const;

/** Of the table of results that goes out: why a step was taken back, which no form changes. */
export const RETURNED_TITLE = 'Lý do trả lại, thu hồi';

/** Of a demonstration's form, which comes back in where it went out and nowhere else. */
export const ORIGIN_TITLE = 'nguon_so_lieu';
export const SYNTHETIC_ORIGIN = 'MÔ PHỎNG';

export type Column = keyof typeof TITLES;

/** Where each column of a table lies, counted from 0. */
export interface Columns {
  readonly places: ReadonlyMap<Column, number>;
  /** By the number of the content. */
  readonly items: ReadonlyMap<number, number>;
  readonly titles: readonly string[];
  readonly isSynthetic: boolean;
  /** What is wrong with the titles themselves; empty where nothing is. */
  readonly faults: readonly string[];
}

const NOT_READ = [ORIGIN_TITLE, RETURNED_TITLE.toLowerCase()];
const ITEM_TITLE = /^(?:nd|nội dung) ?(\d{1,2})$/;
const BY_TITLE = new Map(Object.entries(TITLES).map(([column, title]) => [title.toLowerCase(), column as Column]));

export function itemTitle(number: number): string {
  return `ND${number}`;
}

/** The columns that a row of titles names; null for a row that is none: it has no code of a unit. */
export function findColumns(cells: readonly string[]): Columns | null {
  const places = new Map<Column, number>();
  const items = new Map<number, number>();
  const faults: string[] = [];
  for (const [place, title] of cells.entries()) {
    const word = title.toLowerCase();
    const column = BY_TITLE.get(word);
    const item = ITEM_TITLE.exec(word)?.[1];
    if (column !== undefined) setOnce(places, column, place, title, faults);
    else if (item !== undefined) setOnce(items, Number(item), place, title, faults);
    else if (title !== '' && !NOT_READ.includes(word)) faults.push(`"${title.slice(0, 60)}" is no column of the form`);
  }
  return places.has('code')
    ? { places, items, titles: cells, isSynthetic: cells.includes(ORIGIN_TITLE), faults }
    : null;
}

function setOnce<K>(into: Map<K, number>, key: K, place: number, title: string, faults: string[]): void {
  if (into.has(key)) faults.push(`the column "${title}" is there twice`);
  else into.set(key, place);
}
