import { columnLetters, type TableRow } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import { type Column, type Columns, findColumns, itemTitle, TITLES } from './form-columns';
import { type FormHeading, readHeadingRow } from './form-heading';
import type { FormRow, Paper } from './form-row';
import type { FileFaultCode, ReportBook } from './import-report';
import { readDay } from './paper-day';
import { PRINTED, readVerdictWord, VERDICT_WORDS } from './verdict-word';

/** A form is not read further down for its titles. */
const HEADING_ROWS_LIMIT = 30;

/** What the file is to be of. */
export interface FormQuestion {
  readonly indicatorId: string;
  readonly year: number;
  readonly itemCount: number;
  /** Whether the database is for demonstration. */
  readonly isDemonstration: boolean;
}

/** Reads the rows of a form in their order: heading rows, titles, then a unit each. What is wrong goes into the book. */
export class FormReader {
  private heading: FormHeading = {};
  private columns: Columns | null = null;
  private readonly rowByCode = new Map<string, number>();

  constructor(
    private readonly question: FormQuestion,
    private readonly book: ReportBook,
  ) {}

  /** @returns the unit's row; null for any other row, and for one with faults */
  read(table: TableRow): FormRow | null {
    if (this.columns) return this.readRow(table, this.columns);
    const columns = findColumns(table.cells);
    if (columns) this.begin(table.row, columns);
    else {
      this.reportFaults(table, []);
      if (table.row <= HEADING_ROWS_LIMIT) this.heading = { ...this.heading, ...readHeadingRow(table.cells) };
    }
    return null;
  }

  /** A file without titles is a fault. */
  end(): void {
    if (this.columns) return;
    this.book.fault({
      row: null,
      column: TITLES.code,
      code: 'MISSING_COLUMN',
      message: 'no row of titles with the column "Mã" was found; download the form and fill it in',
    });
  }

  private begin(row: number, columns: Columns): void {
    this.columns = columns;
    const { year, itemCount } = this.question;
    const wrong: string[] = [...columns.faults];
    for (let number = 1; number <= itemCount; number += 1) {
      if (!columns.items.has(number)) wrong.push(`the column "${itemTitle(number)}" is missing`);
    }
    const foreign = [...columns.items.keys()].filter((number) => number < 1 || number > itemCount);
    for (const number of foreign)
      wrong.push(`the set of ${year} has ${itemCount} contents, so no "${itemTitle(number)}"`);
    if (itemCount === 0 && !columns.places.has('result')) wrong.push('the column "Kết quả" is missing');
    for (const message of wrong) this.book.fault({ row, column: null, code: 'MISSING_COLUMN', message });
    this.checkHeading(this.heading, columns.isSynthetic);
  }

  private checkHeading(stated: FormHeading, isSynthetic: boolean): void {
    const { indicatorId, year, isDemonstration } = this.question;
    if ((isSynthetic || stated.isSynthetic) && !isDemonstration) {
      const message =
        'the form holds synthetic data (MÔ PHỎNG), and this database is for real data; fill in its own form';
      this.book.fault({ row: null, column: null, code: 'DEMONSTRATION_REFUSED', message });
    }
    if (stated.year !== undefined && stated.year !== String(year)) {
      this.wrongForm(`the form is of ${stated.year}; it was sent for ${year}`);
    }
    if (stated.indicatorId !== undefined && stated.indicatorId !== indicatorId) {
      this.wrongForm(`the form is of ${stated.indicatorId}; it was sent for ${indicatorId}`);
    }
  }

  private wrongForm(message: string): void {
    this.book.fault({ row: null, column: null, code: 'WRONG_FORM', message: `${message}. Send the form of that.` });
  }

  private readRow(table: TableRow, columns: Columns): FormRow | null {
    const cell = (column: Column) => table.cells[columns.places.get(column) ?? -1] ?? '';
    const code = cell('code');
    const stated = [...columns.items.values()].some((place) => (table.cells[place] ?? '') !== '');
    if (code === '' && !stated && cell('result') === '') {
      this.reportFaults(table, columns.titles);
      if (table.cells.some((text) => text !== '')) this.book.passOver(table.row);
      return null;
    }
    this.book.rows += 1;
    let isWhole = this.reportFaults(table, columns.titles) === 0;
    const fault = (column: string, faultCode: FileFaultCode, message: string) => {
      isWhole = false;
      this.book.fault({ row: table.row, column, code: faultCode, message });
    };
    const verdict = (place: number, title: string) => this.readVerdict(table.cells[place] ?? '', title, fault);
    const { itemCount } = this.question;
    const items = Array.from({ length: itemCount }, (_, index) =>
      verdict(columns.items.get(index + 1) ?? -1, itemTitle(index + 1)),
    );
    const result = verdict(columns.places.get('result') ?? -1, TITLES.result);
    const paper = readPaper(cell('paperNumber'), cell('paperDay'), fault);
    this.checkCode(code, table.row, fault);
    if (!isWhole) return null;
    const enteredFor = cell('enteredFor') || this.heading.enteredFor || null;
    return { row: table.row, code, name: cell('name'), items, result, reason: cell('reason'), paper, enteredFor };
  }

  private checkCode(code: string, row: number, fault: Fault): void {
    const above = this.rowByCode.get(code);
    if (!/^\d{2,5}$/.test(code)) {
      fault(
        TITLES.code,
        'UNREADABLE_CELL',
        `"${code.slice(0, 40)}" is no code of a unit: digits with their leading zeros`,
      );
    } else if (above !== undefined) {
      fault(TITLES.code, 'DUPLICATE_ROW', `${code} stands in row ${above} as well; leave the one that holds`);
    } else this.rowByCode.set(code, row);
  }

  private readVerdict(text: string, title: string, fault: Fault): Verdict {
    const verdict = readVerdictWord(text);
    if (verdict === null) {
      fault(title, 'UNREADABLE_CELL', `"${text.slice(0, 40)}" is none of ${VERDICT_WORDS}`);
      return Verdict.UNKNOWN;
    }
    this.book.understand(text, PRINTED[verdict]);
    return verdict;
  }

  private reportFaults({ row, faults }: TableRow, titles: readonly string[]): number {
    for (const { place, code, message } of faults) {
      this.book.fault({ row, column: titles[place] || columnLetters(place), code, message });
    }
    return faults.length;
  }
}

type Fault = (column: string, code: FileFaultCode, message: string) => void;

function readPaper(number: string, day: string, fault: Fault): Paper | null {
  if (number === '' && day === '') return null;
  const issuedOn = readDay(day);
  if (number === '')
    fault(TITLES.paperNumber, 'BAD_USER_INPUT', 'a day without the number of its paper; add the number');
  else if (day === '') fault(TITLES.paperDay, 'BAD_USER_INPUT', 'a paper without its day; add the day as 31/12/2025');
  else if (issuedOn === null) {
    fault(
      TITLES.paperDay,
      'UNREADABLE_CELL',
      `"${day.slice(0, 40)}" is no day of the calendar; write it as 31/12/2025`,
    );
  }
  return issuedOn === null ? null : { number, issuedOn };
}
