import type { SpeakingCode } from '@tieuchi/subgraph-kit';
import type { Verdict } from '../assessment/assessment-enums';

/** Codes of faults that only a file has; the others are those of errors. */
export type FileFaultCode =
  | SpeakingCode
  | 'CELL_ERROR'
  | 'DUPLICATE_ROW'
  | 'EXTERNAL_LINK'
  | 'FORMULA'
  | 'LOST_CHARACTERS'
  | 'MALFORMED'
  | 'MISSING_COLUMN'
  | 'NOT_A_TABLE'
  | 'OUTSIDE_OF_TABLE'
  | 'TOO_LARGE'
  | 'UNREADABLE_CELL'
  | 'WRONG_ENCODING'
  | 'WRONG_FORM';

export interface FileFault {
  /** As spreadsheets count; null where no single row is at fault. */
  readonly row: number | null;
  /** The title of the column; null where no single cell is at fault. */
  readonly column: string | null;
  readonly code: FileFaultCode;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** A verdict that the import changes. */
export interface VerdictFlip {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** What the unit says of itself, or what counts. */
  readonly of: 'SELF_ASSESSED' | 'VERDICT';
  readonly before: Verdict;
  readonly after: Verdict;
}

/** A reason or a paper that stood and that the step takes away, with nothing in its place. */
export interface Removal {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly of: 'REASON' | 'PAPER';
  /** Numbers of the contents. */
  readonly items: readonly number[];
  /** What stood, as people read it. */
  readonly was: string;
}

export interface ImportReport {
  /** Where what is imported belongs; null where the file was refused before anybody asked. */
  readonly origin: 'RECORDED' | 'SYNTHETIC' | null;
  /** Rows that name a unit. */
  readonly rows: number;
  /** Of them: whose assessment took the step, and those that change nothing. */
  readonly taken: number;
  readonly unchanged: number;
  /** Rows that name none and state nothing, such as those of a signature. */
  readonly passedOver: readonly number[];
  /** How the cells with a result were understood. */
  readonly understood: readonly { readonly cell: string; readonly as: string; readonly count: number }[];
  readonly faultCount: number;
  /** In the order of the file, the first of them. */
  readonly faults: readonly FileFault[];
  readonly flipCount: number;
  readonly flips: readonly VerdictFlip[];
  readonly removedCount: number;
  readonly removed: readonly Removal[];
}

/** A file of nothing but faults must fill neither the memory nor the screen. */
const KEPT = 2_000;

/** Collects what an import has to say while it goes through its file. */
export class ReportBook {
  private readonly faults: FileFault[] = [];
  private readonly flips: VerdictFlip[] = [];
  private readonly removed: Removal[] = [];
  private readonly passedOver: number[] = [];
  private readonly spellings = new Map<string, { cell: string; as: string; count: number }>();
  private faultCount = 0;
  private flipCount = 0;
  private removedCount = 0;
  origin: ImportReport['origin'] = null;
  rows = 0;
  taken = 0;
  unchanged = 0;

  get isFaulty(): boolean {
    return this.faultCount > 0;
  }

  fault(fault: FileFault): void {
    this.faultCount += 1;
    if (this.faults.length < KEPT) this.faults.push(fault);
  }

  flip(flip: VerdictFlip): void {
    this.flipCount += 1;
    if (this.flips.length < KEPT) this.flips.push(flip);
  }

  remove(removal: Removal): void {
    this.removedCount += 1;
    if (this.removed.length < KEPT) this.removed.push(removal);
  }

  passOver(row: number): void {
    if (this.passedOver.length < KEPT) this.passedOver.push(row);
  }

  understand(cell: string, as: string): void {
    const known = this.spellings.get(cell);
    if (known) known.count += 1;
    else this.spellings.set(cell, { cell, as, count: 1 });
  }

  report(): ImportReport {
    const { origin, rows, taken, unchanged, faultCount, flipCount, flips, passedOver, removedCount, removed } = this;
    // portions find faults of other kinds at other times
    const faults = [...this.faults].sort((a, b) => (a.row ?? Number.MAX_VALUE) - (b.row ?? Number.MAX_VALUE));
    const understood = [...this.spellings.values()].sort((a, b) => b.count - a.count);
    const changed = { flipCount, flips, removedCount, removed };
    return { origin, rows, taken, unchanged, passedOver, understood, faultCount, faults, ...changed };
  }
}
