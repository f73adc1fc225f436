import { type Actor, type Day, SpeakingError } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import type { Desk } from '../assessment-life/desk';
import { nextRevision, type StepEntry } from '../assessment-life/next-revision';
import type { Revision } from '../assessment-life/revision';
import { itemTitle, TITLES } from './form-columns';
import type { FormRow } from './form-row';
import { heldContent, paperInWords } from './held-content';
import type { ImportStep } from './import-step';
import type { Papers } from './papers.repository';
import { entryOfRow } from './row-entry';
import { faultOf, type RowFault } from './row-fault';

/** What a row is decided on. */
export interface RowDesk {
  readonly desk: Desk;
  readonly step: ImportStep;
  readonly actor: Actor;
  /** The day in Vietnam. */
  readonly today: Day;
  readonly papers: Papers;
}

/** A row as it is looked at: cells with a fault are presumed right, so that the faults of the others are told. */
interface PresumedRow {
  readonly row: FormRow;
  /** Numbers of the contents that are passed over. */
  readonly excused: ReadonlySet<number>;
}

/** Stands where something is presumed; a row of which anything is presumed is never written. */
const PRESUMED = '?';

/**
 * The step that a row takes: none where it changes nothing. Of a row that cannot take it, every fault that can be told:
 * each is presumed mended, and the rules of the step are asked again.
 */
export function takeRow(row: FormRow, desk: RowDesk): { faults: RowFault[]; revision: Revision | null } {
  const faults: RowFault[] = [];
  let presumed: PresumedRow | null = presumeReadable(row, desk);
  while (presumed) {
    const { fault, revision } = tryRow(presumed, desk);
    if (!fault) return { faults, revision };
    if (faults.some(({ code, column }) => code === fault.code && column === fault.column)) break;
    faults.push(fault);
    presumed = presumeMended(presumed, fault, desk);
  }
  return { faults, revision: null };
}

function tryRow(
  { row, excused }: PresumedRow,
  { desk, step, actor, today, papers }: RowDesk,
): { fault: RowFault | null; revision: Revision | null } {
  let entry: StepEntry | null = null;
  try {
    const held = heldContent(desk.current, step, desk.items.length, papers.byId);
    const { paper } = row;
    const named = { documentId: paper && papers.idOf(paper), paperWords: paper && paperInWords(paper) };
    entry = entryOfRow(desk, row, { step, held, excused, ...named });
    return { fault: null, revision: entry && nextRevision(desk, entry, actor, today) };
  } catch (error) {
    if (error instanceof SpeakingError) return { fault: faultOf(error, entry), revision: null };
    throw error;
  }
}

function presumeReadable(row: FormRow, { today }: RowDesk): PresumedRow {
  const { unreadable } = row;
  if (unreadable.size === 0) return { row, excused: new Set() };
  const numbers = row.items.map((_, index) => index + 1);
  const excused = new Set(numbers.filter((number) => unreadable.has(itemTitle(number))));
  const isPaperLost = unreadable.has(TITLES.paperNumber) || unreadable.has(TITLES.paperDay);
  const presumed = {
    ...row,
    result: excused.size > 0 ? Verdict.UNKNOWN : row.result,
    reason: unreadable.has(TITLES.reason) ? PRESUMED : row.reason,
    paper: isPaperLost ? presumedPaper(today) : row.paper,
    enteredFor: unreadable.has(TITLES.enteredFor) ? PRESUMED : row.enteredFor,
  };
  return { row: presumed, excused };
}

/** Null for what no cell of the row can mend: then nothing more can be told. */
function presumeMended(
  { row, excused }: PresumedRow,
  { code, column, number }: RowFault,
  { today }: RowDesk,
): PresumedRow | null {
  if (code === 'EVIDENCE_REQUIRED') {
    const states = { ...row.states, paper: true };
    return { excused, row: { ...row, states, paper: presumedPaper(today) } };
  }
  if (number !== null) {
    const items = row.items.map((verdict, index) => (index + 1 === number ? Verdict.UNKNOWN : verdict));
    return { excused: new Set([...excused, number]), row: { ...row, items, result: Verdict.UNKNOWN } };
  }
  switch (column) {
    case TITLES.enteredFor:
      return { excused, row: { ...row, enteredFor: PRESUMED } };
    case TITLES.reason:
      return { excused, row: { ...row, reason: '', paper: null } };
    case TITLES.result:
      return { excused, row: { ...row, result: row.items.length === 0 ? Verdict.MET : Verdict.UNKNOWN } };
    default:
      return null;
  }
}

function presumedPaper(issuedOn: Day) {
  return { number: PRESUMED, issuedOn };
}
