import { type Day, isDay } from '@tieuchi/subgraph-kit';
import type { ReportColumn, ReportFault } from './report-columns';

const WHOLE = /^\d{1,9}$/;
const DECIMAL = /^\d{1,4}(\.\d{1,6})?$/;
const LONGEST_TEXT = 2_000;

/** Reads the cells of one row; what cannot be read becomes a fault with its place, and the reading goes on. */
export class RowCells {
  readonly faults: ReportFault[] = [];

  constructor(
    private readonly line: number,
    private readonly cells: ReadonlyMap<ReportColumn, string>,
  ) {
    for (const [column, text] of cells) {
      if (text.startsWith('=')) this.report(column, `${quote(text)} is a formula`, 'write its value');
      if (text.length > LONGEST_TEXT) this.report(column, `longer than ${LONGEST_TEXT} characters`, 'shorten it');
    }
  }

  report(column: ReportColumn, reason: string, remedy: string): void {
    this.faults.push({ line: this.line, column, reason, remedy });
  }

  text(column: ReportColumn): string | null {
    return this.cells.get(column)?.trim().normalize('NFC') || null;
  }

  required(column: ReportColumn, remedy: string): string {
    const text = this.text(column);
    if (text === null) this.report(column, 'empty', remedy);
    return text ?? '';
  }

  oneOf<V extends string>(column: ReportColumn, values: readonly V[], otherwise: V | null = null): V | null {
    const text = this.text(column) ?? otherwise;
    const found = values.find((value) => value === text) ?? null;
    if (found === null) this.report(column, `${quote(text ?? '')} is not known`, `write ${values.join(' or ')}`);
    return found;
  }

  /** Null where the cell is empty or was reported. */
  day(column: ReportColumn): Day | null {
    const text = this.text(column);
    if (text === null || isDay(text)) return text;
    this.report(column, `${quote(text)} is no day of the calendar`, 'write it as 2023-02-28');
    return null;
  }

  count(column: ReportColumn): number | null {
    const text = this.text(column);
    if (text === null) return null;
    if (WHOLE.test(text)) return Number(text);
    const remedy = /^\d{1,3}([.,]\d{3})+$/.test(text) ? 'write it without separators of thousands' : 'write 0 or more';
    this.report(column, `${quote(text)} is no whole number`, remedy);
    return null;
  }

  /** @param most in percent; null: no limit, as for a share of a quota or an attainment */
  percent(column: ReportColumn, most: number | null): string | null {
    const text = this.text(column);
    if (text === null) return null;
    if (!DECIMAL.test(text)) {
      const remedy = /^\d+,\d+$/.test(text) ? `write it with a point: ${text.replace(',', '.')}` : 'write digits: 71.4';
      this.report(column, `${quote(text)} is no percentage`, remedy);
      return null;
    }
    if (most !== null && Number(text) > most) {
      this.report(column, `${quote(text)} is more than ${most}`, 'check it against the source');
      return null;
    }
    return text;
  }
}

export function quote(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
