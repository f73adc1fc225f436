import { columnLetters, type TableRow } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import { type Column, type Columns, itemTitle, TITLES } from './form-columns';
import type { FormQuestion } from './form-reader';
import type { FormRow, Paper } from './form-row';
import type { FileFaultCode, ReportBook } from './import-report';
import { readDay } from './paper-day';
import { PRINTED, readVerdictWord, VERDICT_WORDS } from './verdict-word';

/** What rows of a file are read with. */
export interface RowReading {
  readonly question: FormQuestion;
  readonly book: ReportBook;
  /** The rows above, by their codes. */
  readonly rowByCode: Map<string, number>;
  /** Who is answerable by the heading; null where it does not say. */
  readonly enteredFor: string | null;
}

/** Whether a row names a unit or states a result. */
export function isOfUnit({ cells }: TableRow, { places, items }: Columns): boolean {
  const stating = [places.get('code'), places.get('result'), ...items.values()];
  return stating.some((place) => (cells[place ?? -1] ?? '') !== '');
}

/** @returns the row with the columns that have a fault; null for one of which no unit is told, or the unit of another */
export function readFormRow(table: TableRow, columns: Columns, reading: RowReading): FormRow | null {
  const reader = new RowReader(table, columns, reading);
  return reader.read();
}

/** Reads the cells of a row; of a cell, the first fault is the one that is said. */
class RowReader {
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly table: TableRow,
    private readonly columns: Columns,
    private readonly reading: RowReading,
  ) {}

  read(): FormRow | null {
    const { titles, places, items: itemPlaces } = this.columns;
    const { row, faults } = this.table;
    for (const { place, code, message } of faults) this.fault(titles[place] || columnLetters(place), code, message);
    const items = Array.from({ length: this.reading.question.itemCount }, (_, index) =>
      this.readVerdict(itemPlaces.get(index + 1), itemTitle(index + 1)),
    );
    const result = this.readVerdict(places.get('result'), TITLES.result);
    const [code, reason] = [this.cell('code'), this.cell('reason')];
    const paper = this.readPaper(this.cell('paperNumber'), this.cell('paperDay'));
    this.checkPlace(items, reason, paper);
    const isKnown = this.checkCode(code);
    if (!isKnown) return null;
    const enteredFor = this.cell('enteredFor') || this.reading.enteredFor;
    const states = { reason: places.has('reason'), paper: places.has('paperNumber') || places.has('paperDay') };
    const { unreadable } = this;
    return { row, code, name: this.cell('name'), items, result, reason, paper, enteredFor, states, unreadable };
  }

  private cell(column: Column): string {
    return this.table.cells[this.columns.places.get(column) ?? -1] ?? '';
  }

  private fault(column: string, code: FileFaultCode, message: string): void {
    if (this.unreadable.has(column)) return;
    this.unreadable.add(column);
    this.reading.book.fault({ row: this.table.row, column, code, message });
  }

  private checkCode(code: string): boolean {
    const { rowByCode } = this.reading;
    const above = rowByCode.get(code);
    if (!/^\d{2,5}$/.test(code)) {
      const message = `"${code.slice(0, 40)}" is no code of a unit: digits with their leading zeros`;
      this.fault(TITLES.code, 'UNREADABLE_CELL', message);
    } else if (above !== undefined) {
      this.fault(TITLES.code, 'DUPLICATE_ROW', `${code} stands in row ${above} as well; leave the one that holds`);
    } else rowByCode.set(code, this.table.row);
    return !this.unreadable.has(TITLES.code);
  }

  private readVerdict(place: number | undefined, title: string): Verdict {
    const text = this.table.cells[place ?? -1] ?? '';
    if (this.unreadable.has(title)) return Verdict.UNKNOWN;
    const verdict = readVerdictWord(text);
    if (verdict === null) {
      this.fault(title, 'UNREADABLE_CELL', `"${text.slice(0, 40)}" is none of ${VERDICT_WORDS}`);
      return Verdict.UNKNOWN;
    }
    this.reading.book.understand(text, PRINTED[verdict]);
    return verdict;
  }

  private readPaper(number: string, day: string): Paper | null {
    if (number === '' && day === '') return null;
    const issuedOn = readDay(day);
    const { paperNumber, paperDay } = TITLES;
    if (number === '') {
      this.fault(paperNumber, 'BAD_USER_INPUT', 'a day without the number of its paper; add the number');
    } else if (day === '') {
      this.fault(paperDay, 'BAD_USER_INPUT', 'a paper without its day; add the day as 31/12/2025');
    } else if (issuedOn === null) {
      const message = `"${day.slice(0, 40)}" is no day of the calendar; write it as 31/12/2025`;
      this.fault(paperDay, 'UNREADABLE_CELL', message);
    }
    if (issuedOn !== null && issuedOn > this.reading.question.today) {
      this.fault(paperDay, 'BAD_USER_INPUT', `A paper of ${issuedOn} is not issued yet; correct the day.`);
    }
    return issuedOn === null ? null : { number, issuedOn };
  }

  /** A reason is kept with what is not met or open, a paper with what is met: what has no place is not dropped unsaid. */
  private checkPlace(items: readonly Verdict[], reason: string, paper: Paper | null): void {
    const isRead = items.every((_, index) => !this.unreadable.has(itemTitle(index + 1)));
    if (items.length === 0 || !isRead) return;
    const met = items.filter((verdict) => verdict === Verdict.MET).length;
    if (reason !== '' && met === items.length) {
      const message = 'a reason, and every content is met: correct the content that is not, or delete the reason';
      this.fault(TITLES.reason, 'BAD_USER_INPUT', message);
    }
    if (paper !== null && met === 0) {
      const message = 'a paper, and no content is met that could rest on it: correct the contents, or delete the paper';
      this.fault(TITLES.paperNumber, 'BAD_USER_INPUT', message);
    }
  }
}
