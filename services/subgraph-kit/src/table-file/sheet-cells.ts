import { type CellFault, COLUMNS_LIMIT, type TableRow, tidyCell } from './table-row';
import type { Workbook } from './workbook';
import { attributeOf, type XmlListener } from './xml-scanner';

type Decoding = Pick<Workbook, 'sharedStrings' | 'isDayByStyle' | 'isFrom1904'>;

const DAY_MS = 86_400_000;
/** The day 0; of the count from 1900 one day earlier, because that holds a 29 February 1900 (serial 60). */
const FIRST_DAY_1900 = Date.UTC(1899, 11, 30);
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1);
const NOT_A_DAY = 60;
/** V8 copies shorter texts. */
const CUT_OUT_FROM = 13;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Makes rows of what a sheet's XML tells; rows without a text or a fault are counted and left out. */
export class SheetCells implements XmlListener {
  /** What is complete; whoever takes it empties it. */
  readonly rows: TableRow[] = [];
  private row = 0;
  private place = -1;
  private cells: string[] = [];
  private faults: CellFault[] = [];
  private type = 'n';
  private style = 0;
  private value = '';
  private formula: string | null = null;
  private reads: 'VALUE' | 'FORMULA' | 'TEXT' | null = null;
  private isPhonetic = false;

  constructor(private readonly decoding: Decoding) {}

  open(name: string, attributes: string): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.reads = 'VALUE';
    else if (name === 't') this.reads = 'TEXT';
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'f') {
      this.reads = 'FORMULA';
      this.formula ??= '';
    }
  }

  text(text: string): void {
    if (this.reads === 'FORMULA') this.formula += text;
    else if (this.reads === 'VALUE' || (this.reads === 'TEXT' && !this.isPhonetic)) this.value += text;
  }

  close(name: string): void {
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'v' || name === 't' || name === 'f') this.reads = null;
  }

  private beginRow(attributes: string): void {
    const said = Number(attributeOf(attributes, 'r') ?? this.row + 1);
    this.row = Number.isSafeInteger(said) && said > this.row ? said : this.row + 1;
    this.place = -1;
    this.cells = [];
    this.faults = [];
  }

  private beginCell(attributes: string): void {
    const letters = /^([A-Z]{1,3})\d/.exec(attributeOf(attributes, 'r') ?? '')?.[1];
    this.place = letters ? placeOf(letters) : this.place + 1;
    this.type = attributeOf(attributes, 't') ?? 'n';
    this.style = Number(attributeOf(attributes, 's') ?? 0);
    this.value = '';
    this.formula = null;
  }

  private endCell(): void {
    const text = tidyCell(this.decode());
    if (this.formula !== null) this.fault(...formulaFault(this.formula));
    else if (this.type === 'e') {
      this.fault('CELL_ERROR', `the cell holds the error ${this.value}; write what belongs there`);
    }
    if (text === '') return;
    if (this.place >= COLUMNS_LIMIT) {
      this.fault('OUTSIDE_OF_TABLE', `the table ends ${COLUMNS_LIMIT} columns to the left; delete the cell`);
      return;
    }
    while (this.cells.length < this.place) this.cells.push('');
    this.cells[this.place] = ownCopy(text);
  }

  private endRow(): void {
    if (this.cells.length === 0 && this.faults.length === 0) return;
    this.rows.push({ row: this.row, cells: this.cells, faults: this.faults });
  }

  private fault(code: CellFault['code'], message: string): void {
    this.faults.push({ place: this.place, code, message });
  }

  private decode(): string {
    const { value } = this;
    if (value === '') return '';
    if (this.type === 's') return readEscapes(this.decoding.sharedStrings[Number(value)] ?? '');
    if (this.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.type !== 'n') return this.type === 'd' ? value.slice(0, 10) : readEscapes(value);
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    return this.decoding.isDayByStyle[this.style] ? dayOf(number, this.decoding.isFrom1904) : String(number);
  }
}

/** Values of a formula are whatever somebody's spreadsheet made of cells that we do not see. */
function formulaFault(formula: string): [CellFault['code'], string] {
  const shown = formula === '' ? 'a formula' : `the formula =${formula.slice(0, 80)}`;
  if (/\[[^\]]+\]|https?:|\|/i.test(formula)) {
    return ['EXTERNAL_LINK', `the cell holds ${shown}, which leads out of this file; write its result instead`];
  }
  return ['FORMULA', `the cell holds ${shown}; write its result instead (copy, then paste values)`];
}

function dayOf(serial: number, isFrom1904: boolean): string {
  const days = Math.floor(serial);
  if (isFrom1904) return isoDay(FIRST_DAY_1904 + days * DAY_MS, serial);
  if (days === NOT_A_DAY) return '1900-02-29';
  return isoDay(FIRST_DAY_1900 + (days < NOT_A_DAY ? days + 1 : days) * DAY_MS, serial);
}

function isoDay(instant: number, serial: number): string {
  const date = new Date(instant);
  const isShown = serial >= 0 && !Number.isNaN(date.getTime()) && date.getUTCFullYear() <= 9_999;
  return isShown ? date.toISOString().slice(0, 10) : String(serial);
}

function placeOf(letters: string): number {
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A text that was cut out of a piece of the sheet keeps all of the piece in memory, for as long as its row is kept. */
function ownCopy(text: string): string {
  return text.length < CUT_OUT_FROM ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Spreadsheets write a character that XML has not as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
function readEscapes(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
