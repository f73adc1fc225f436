import type { Path } from './parse-reorganisation';
import type { Cells, Row } from './reorganisation-csv';

/** A change of the JSON form and the lines that make it: one, or one for each part of a split. */
export interface RawChange {
  content: Record<string, unknown>;
  lines: number[];
}

const COLUMNS_BY_FIELD: Readonly<Record<string, string>> = {
  effectiveOn: 'effective_on',
  number: 'decision_number',
  date: 'decision_date',
  newCode: 'new_code',
  parentCode: 'new_parent_code',
  fullName: 'new_full_name',
  isMain: 'is_main',
};

/** Rows of one split or dissolution are joined by their unit; each row of a merger is a merger of its own. */
export function joinRows(rows: readonly Row[]): RawChange[] {
  const divided = new Map<string, RawChange & { parts: unknown[] }>();
  const changes: RawChange[] = [];
  for (const { line, cells } of rows) {
    if (cells.change !== 'SPLIT' && cells.change !== 'DISSOLVE') {
      changes.push({ content: toContent(cells), lines: [line] });
      continue;
    }
    const key = `${cells.change} ${cells.level} ${cells.code}`;
    const known = divided.get(key);
    const parts = known?.parts ?? [];
    if (cells.new_code) parts.push(toPart(cells));
    if (known) {
      known.lines.push(line);
      continue;
    }
    const { change, level, code } = cells;
    const begun = { content: { change, level, code, into: parts }, lines: [line], parts };
    divided.set(key, begun);
    changes.push(begun);
  }
  return changes;
}

/** What a change has no use for stays in it and is refused by name. */
function toContent(cells: Cells): Record<string, unknown> {
  const { change, level, code, new_code, new_full_name, new_parent_code, new_level, link, is_main } = cells;
  const extra = { new_level, link, is_main };
  const target = { fullName: new_full_name, parentCode: new_parent_code };
  if (change === 'MERGE') {
    return defined({ change, level, from: [code], into: defined({ code: new_code, ...target }), ...extra });
  }
  return defined({ change, level, code, newCode: new_code, ...target, ...extra });
}

function toPart({
  new_level,
  new_code,
  new_full_name,
  new_parent_code,
  link,
  is_main,
}: Cells): Record<string, unknown> {
  const names = { fullName: new_full_name, parentCode: new_parent_code };
  const isMain = is_main === undefined ? undefined : (YES_NO[is_main.toLowerCase()] ?? is_main);
  return defined({ level: new_level, code: new_code, ...names, link, isMain });
}

const YES_NO: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** `line 5, new_code`; a fault of a whole split or dissolution stands at its first line. */
export function describeLine(path: Path, changes: readonly RawChange[], firstLine: number): string {
  const [root, index, list, part] = path;
  const lines = root === 'changes' && typeof index === 'number' ? changes[index]?.lines : undefined;
  const line = (list === 'into' && typeof part === 'number' ? lines?.[part] : undefined) ?? lines?.[0] ?? firstLine;
  const field = path.at(-1);
  const column = typeof field === 'string' && path.length !== 1 ? (COLUMNS_BY_FIELD[field] ?? field) : null;
  const isWhole = column === null || column === 'into' || column === 'from' || column === 'changes';
  if (path.length === 1 && root === 'effectiveOn') return `line ${line}, effective_on`;
  return isWhole ? `line ${line}` : `line ${line}, ${list === 'into' && column === 'code' ? 'new_code' : column}`;
}
