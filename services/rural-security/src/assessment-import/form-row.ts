import type { Day } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';

/** A paper as a form names it. */
export interface Paper {
  readonly number: string;
  readonly issuedOn: Day;
}

/** What a row of the form says of a unit, whoever wrote it: officials, or this software. */
export interface FormContent {
  /** By their order in the criteria set; empty where it has no contents one by one. */
  readonly items: readonly Verdict[];
  readonly result: Verdict;
  /** Why contents are not met or open; empty where nobody said. */
  readonly reason: string;
  readonly paper: Paper | null;
}

/** A row of a file that was sent. */
export interface FormRow extends FormContent {
  readonly row: number;
  readonly code: string;
  /** As the file has it; empty where it has none. */
  readonly name: string;
  readonly enteredFor: string | null;
  /** Whether the file has a column of it: what it has none for leaves what stands, an empty cell does not. */
  readonly states: { readonly reason: boolean; readonly paper: boolean };
  /** Titles of the columns in which a cell of the row has a fault, which is said already. */
  readonly unreadable: ReadonlySet<string>;
}

export function isSilent({ items, result, reason, paper }: FormContent): boolean {
  return [...items, result].every((verdict) => verdict === Verdict.UNKNOWN) && reason === '' && paper === null;
}

/** Of a set with contents the result follows from them: a form may leave it out. */
export function saysTheSame(row: FormRow, held: FormContent): boolean {
  const isResultSame = row.result === held.result || (row.items.length > 0 && row.result === Verdict.UNKNOWN);
  return (
    isResultSame &&
    row.items.every((verdict, index) => verdict === held.items[index]) &&
    (!row.states.reason || row.reason === held.reason) &&
    (!row.states.paper || isSamePaper(row.paper, held.paper))
  );
}

export function isSamePaper(one: Paper | null, other: Paper | null): boolean {
  return one?.number === other?.number && one?.issuedOn === other?.issuedOn;
}
