import type { CsvRecord } from '@tieuchi/subgraph-kit';
import type { SuccessionKind } from '../reference/reference-geography';
import { normaliseName } from '../reference/unit-name';
import { isAreaOutsideCommunes, isDistrictToZone, readNote } from './conversion-note';
import {
  COLUMNS,
  type Column,
  type ConversionRow,
  type FaultCode,
  type LabelledCode,
  type RowFault,
} from './conversion-row';

type Cells = Record<Column, string>;

/** Reads row after row, because an empty merged cell repeats the row above. */
export class RowReader {
  private above: Cells | null = null;

  /** The row; its faults; or null for a row that holds no link (a province alone, or nothing). */
  read({ line, cells }: CsvRecord): ConversionRow | RowFault[] | null {
    const texts = cells.map(normaliseName);
    const filled = texts.filter((text) => text !== '').length;
    if (filled === 0) return null;
    if (filled === 1 && texts[0] !== '' && cells.length >= COLUMNS.length) {
      // merged cells never reach from one province into the next
      this.above = null;
      return null;
    }
    const faults = new CellFaults(line);
    if (cells.length < COLUMNS.length || texts.slice(COLUMNS.length).some((text) => text !== '')) {
      faults.add(
        'MALFORMED',
        null,
        `expected ${COLUMNS.length} cells, found ${cells.length}`,
        'give the row all of its cells',
      );
      return faults.list;
    }
    const row = fillMergedCells(toCells(texts), this.above);
    this.above = row;
    const read = readRow(row, line, faults);
    return faults.list.length > 0 ? faults.list : read;
  }
}

class CellFaults {
  readonly list: RowFault[] = [];

  constructor(private readonly line: number) {}

  add(code: FaultCode, column: Column | null, reason: string, remedy: string): void {
    this.list.push({ code, line: this.line, column, reason, remedy });
  }
}

function toCells(texts: readonly string[]): Cells {
  return Object.fromEntries(COLUMNS.map((column, place) => [column, texts[place] ?? ''])) as Cells;
}

/** Old unit and note are each row's own: an empty one means something, or is a fault. */
function fillMergedCells(cells: Cells, above: Cells | null): Cells {
  const filled = { ...cells };
  if (above === null) return filled;
  for (const column of ['Tỉnh, thành phố', 'Quận/huyện', 'Tỉnh cũ'] as const) filled[column] ||= above[column];
  if (cells['Tên Xã mới'] === '' && cells['Mã Xã mới'] === '') {
    filled['Tên Xã mới'] = above['Tên Xã mới'];
    filled['Mã Xã mới'] = above['Mã Xã mới'];
  }
  return filled;
}

function readRow(cells: Cells, line: number, faults: CellFaults): ConversionRow {
  const hasOldCode = cells['Mã Xã cũ'] !== '' || !mayLackOldCode(cells);
  return {
    line,
    newProvince: readLabel(cells, 'Tỉnh, thành phố', faults),
    newName: readText(cells, 'Tên Xã mới', faults),
    newCode: readCode(cells, 'Mã Xã mới', faults),
    oldName: hasOldCode ? readText(cells, 'Tên Xã cũ', faults) : cells['Tên Xã cũ'] || null,
    oldCode: hasOldCode ? readCode(cells, 'Mã Xã cũ', faults) : null,
    kind: readKind(cells, faults),
    district: readLabel(cells, 'Quận/huyện', faults),
    oldProvince: readLabel(cells, 'Tỉnh cũ', faults),
  };
}

function mayLackOldCode(cells: Cells): boolean {
  if (cells['Tên Xã cũ'] === '') return isDistrictToZone(cells['Ghi chú']);
  return isAreaOutsideCommunes(cells['Tên Xã cũ']);
}

function readText(cells: Cells, column: Column, faults: CellFaults): string {
  if (cells[column] === '') {
    faults.add('EMPTY_CELL', column, 'the cell is empty and there is nothing above that it could repeat', 'fill it in');
  }
  return cells[column];
}

function readCode(cells: Cells, column: Column, faults: CellFaults): string {
  const code = readText(cells, column, faults);
  if (code === '' || /^\d{5}$/.test(code)) return code;
  const remedy = 'write the code as text with its leading zeros, which spreadsheets drop';
  faults.add('UNREADABLE_CELL', column, `expected a code of five digits, found "${code}"`, remedy);
  return code;
}

function readLabel(cells: Cells, column: Column, faults: CellFaults): LabelledCode {
  const text = readText(cells, column, faults);
  const [, name, code] = /^(.*\S) ?\((\d{2,3})\)$/.exec(text) ?? [];
  if (name !== undefined && code !== undefined) return { name, code };
  if (text !== '') {
    faults.add(
      'UNREADABLE_CELL',
      column,
      `expected a name and a code as "Tỉnh Cà Mau (96)", found "${text}"`,
      'correct it',
    );
  }
  return { name: text, code: '' };
}

function readKind(cells: Cells, faults: CellFaults): SuccessionKind {
  const note = readText(cells, 'Ghi chú', faults);
  const kind = readNote(note);
  if (kind === null && note !== '') {
    faults.add(
      'UNKNOWN_NOTE',
      'Ghi chú',
      `no meaning is known for "${note}"`,
      'use a note of the office\'s table, such as "Nhập một phần"',
    );
  }
  // that area is whole, its district is not
  if (cells['Mã Xã cũ'] === '' && isAreaOutsideCommunes(cells['Tên Xã cũ'])) return 'PARTIAL';
  return kind ?? 'WHOLE';
}
