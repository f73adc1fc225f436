import { columnLetters, type Day, type TableRow } from '@tieuchi/subgraph-kit';
import { type Columns, findColumns, itemTitle, TITLES } from './form-columns';
import { type FormHeading, readHeadingRow } from './form-heading';
import type { FormRow } from './form-row';
import type { ReportBook } from './import-report';
import { isOfUnit, readFormRow } from './row-reader';

/** A form is not read further down for its titles. */
const HEADING_ROWS_LIMIT = 30;

/** What the file is to be of. */
export interface FormQuestion {
  readonly indicatorId: string;
  readonly year: number;
  readonly itemCount: number;
  /** Whether the database is for demonstration. */
  readonly isDemonstration: boolean;
  /** The day in Vietnam. */
  readonly today: Day;
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

  /** @returns the unit's row, that of cells with faults too; null for any other row, and for one of which no unit is told */
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
    if (!isOfUnit(table, columns)) {
      this.reportFaults(table, columns.titles);
      if (table.cells.some((text) => text !== '')) this.book.passOver(table.row);
      return null;
    }
    this.book.rows += 1;
    const { question, book, rowByCode } = this;
    const enteredFor = this.heading.enteredFor ?? null;
    return readFormRow(table, columns, { question, book, rowByCode, enteredFor });
  }

  private reportFaults({ row, faults }: TableRow, titles: readonly string[]): void {
    for (const { place, code, message } of faults) {
      this.book.fault({ row, column: titles[place] || columnLetters(place), code, message });
    }
  }
}
