import { CsvError, type Info, parse } from 'csv-parse/sync';
import { describeLine, joinRows } from './csv-changes';
import type { RawFile } from './parse-reorganisation';
import type { Fault } from './reorganisation';

/** Columns of the decision: filled in the first row, empty or the same below. */
const DECISION_COLUMNS = ['effective_on', 'decision_number', 'decision_date', 'issuer'] as const;
const CHANGE_COLUMNS = [
  'change',
  'level',
  'code',
  'new_level',
  'new_code',
  'new_full_name',
  'new_parent_code',
  'link',
  'is_main',
] as const;
const COLUMNS = [...DECISION_COLUMNS, ...CHANGE_COLUMNS] as const;

/** Empty cells are left out. */
export type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

export interface Row {
  line: number;
  cells: Cells;
}

/** Reads the CSV form: commas or semicolons, one row for each unit that merges, part of a split, or other change. */
export function readCsv(text: string): RawFile | { faults: Fault[] } {
  const rows = readRows(text);
  if ('faults' in rows) return rows;
  const decision = readDecision(rows);
  if ('faults' in decision) return decision;
  const changes = joinRows(rows);
  const content = {
    effectiveOn: decision.effective_on,
    decision: { number: decision.decision_number, date: decision.decision_date, issuer: decision.issuer },
    changes: changes.map(({ content }) => content),
  };
  return { content, placeOf: (path) => describeLine(path, changes, rows[0]?.line ?? 2) };
}

function readRows(text: string): Row[] | { faults: Fault[] } {
  const heading = text.slice(0, text.indexOf('\n'));
  const delimiter = heading.includes(';') ? ';' : ',';
  try {
    const records = parse(text, { delimiter, info: true, trim: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: Info;
    }[];
    const [titles, ...body] = records;
    const fault = findHeadingFault(titles?.record ?? []);
    if (fault) return { faults: [fault] };
    return body.map(({ record, info }) => ({ line: info.lines, cells: toCells(titles?.record ?? [], record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { faults: [{ place: `line ${String(error.lines ?? 1)}`, message: `is not CSV: ${error.message}` }] };
  }
}

function findHeadingFault(titles: readonly string[]): Fault | undefined {
  const known: readonly string[] = COLUMNS;
  const unknown = titles.filter((title, place) => !known.includes(title) || titles.indexOf(title) !== place);
  const missing = COLUMNS.filter((column) => !titles.includes(column));
  if (unknown.length + missing.length === 0) return undefined;
  const found = unknown.length > 0 ? `; unknown or twice: ${unknown.join(', ')}` : '';
  const wanted = missing.length > 0 ? `; missing: ${missing.join(', ')}` : '';
  return { place: 'line 1', message: `must be the heading ${COLUMNS.join(',')}${found}${wanted}` };
}

function toCells(titles: readonly string[], record: readonly string[]): Cells {
  return Object.fromEntries(titles.map((title, place) => [title, record[place]]).filter(([, cell]) => cell));
}

function readDecision(rows: readonly Row[]): Cells | { faults: Fault[] } {
  const [first] = rows;
  const faults = rows.flatMap(({ line, cells }) =>
    DECISION_COLUMNS.filter((column) => cells[column] && cells[column] !== first?.cells[column]).map((column) => {
      const message = `${column} must be that of the first row, found "${cells[column]}"; one file holds one decision`;
      return { place: `line ${line}`, message };
    }),
  );
  return faults.length > 0 ? { faults } : (first?.cells ?? {});
}
