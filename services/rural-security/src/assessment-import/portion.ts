import { type Actor, type Day, refuseUnstorableText, SpeakingError } from '@tieuchi/subgraph-kit';
import { Verdict } from '../assessment/assessment-enums';
import type { Revision } from '../assessment-life/revision';
import type { UnitDesk } from './desks.repository';
import type { FormRow } from './form-row';
import { heldStatements } from './held-content';
import type { ReportBook, VerdictFlip } from './import-report';
import type { Papers } from './papers.repository';
import type { AskedPortion, PortionQuestion } from './portion-source';
import { findRemovals } from './removal';
import type { NextRevision } from './revisions.repository';
import { faultOf, type RowFault } from './row-fault';
import { takeRow } from './row-step';
import { isNameOf } from './unit-name';

/** What all portions of an import share. */
export interface PortionGround extends PortionQuestion {
  readonly actor: Actor;
  /** The day in Vietnam. */
  readonly today: Day;
  readonly book: ReportBook;
}

export interface DecidedPortion {
  readonly revisions: readonly NextRevision[];
  readonly rowsDone: number;
}

/** Faults and flips go into the book. */
export async function* decidePortions(
  ground: PortionGround,
  portions: AsyncIterable<AskedPortion>,
): AsyncGenerator<DecidedPortion> {
  for await (const { rows, rowsDone, asked } of portions) {
    const { desks, papers } = await asked;
    yield { revisions: rows.flatMap((row) => decideRow(ground, row, desks.get(row.code), papers) ?? []), rowsDone };
  }
}

function decideRow(
  ground: PortionGround,
  row: FormRow,
  unit: UnitDesk | undefined,
  papers: Papers,
): NextRevision | null {
  const { book, step, actor, today } = ground;
  const found = findUnit(ground, row, unit);
  if (found instanceof SpeakingError) {
    reportFaults(book, row, [faultOf(found, null)]);
    return null;
  }
  const { desk, currentId, code, unitName } = found;
  const { faults, revision } = takeRow(row, { desk, step, actor, today, papers });
  reportFaults(book, row, faults);
  if (faults.length > 0 || row.unreadable.size > 0) return null;
  if (!revision) {
    book.unchanged += 1;
    return null;
  }
  book.taken += 1;
  const place = { row: row.row, unitCode: code, unitName };
  reportFlips(book, place, desk.current, revision);
  const after = step === 'APPRAISE' ? revision.appraisedItems : revision.selfItems;
  const removed = findRemovals(heldStatements(desk.current, step), after, papers.byId);
  for (const removal of removed) book.remove({ ...place, ...removal });
  return { unitId: desk.unitId, currentId, current: desk.current, revision };
}

function reportFaults(book: ReportBook, { row, unreadable }: FormRow, faults: readonly RowFault[]): void {
  for (const { column, code, message } of faults) {
    // what is wrong with that cell is said already
    if (column === null || !unreadable.has(column)) book.fault({ row, column, code, message });
  }
}

/** The unit of a row, or why it is none. */
function findUnit(ground: PortionGround, row: FormRow, unit: UnitDesk | undefined): UnitDesk | SpeakingError {
  try {
    refuseUnstorableText(row);
    return requireUnit(ground, row, unit);
  } catch (error) {
    if (error instanceof SpeakingError) return error;
    throw error;
  }
}

function requireUnit(
  { question, year, actor }: PortionGround,
  { code, name }: FormRow,
  unit: UnitDesk | undefined,
): UnitDesk {
  const { indicatorId } = question;
  const at = { path: 'unitCode' };
  if (!unit) {
    const words = `No unit that ${indicatorId} assesses has the code "${code}" on the map of ${year.countedOn}, which ${question.year} counts.`;
    throw new SpeakingError('UNIT_NOT_FOUND', words, at);
  }
  const { unitName, isInPopulation, isInScope } = unit;
  if (!isInPopulation) {
    throw new SpeakingError(
      'NOT_IN_POPULATION',
      `${unitName} (${code}) is outside every population of ${indicatorId}.`,
      at,
    );
  }
  if (!isInScope) {
    const words = `${unitName} lies outside of ${actor.scope}, the part of the country that you act for.`;
    throw new SpeakingError('FORBIDDEN', words, at);
  }
  if (name !== '' && !isNameOf(unitName, name)) {
    throw new SpeakingError(
      'NAME_OF_ANOTHER_UNIT',
      `${code} is ${unitName}, and the row says "${name.slice(0, 60)}"; correct code or name.`,
      at,
    );
  }
  return unit;
}

/** Unit and row that a verdict is of. */
interface FlipPlace {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
}

function reportFlips(book: ReportBook, place: FlipPlace, held: Revision | null, next: Revision): void {
  const flip = (of: VerdictFlip['of'], before: Verdict, after: Verdict) => {
    if (before !== after) book.flip({ ...place, of, before, after });
  };
  flip('SELF_ASSESSED', held?.selfVerdict ?? Verdict.UNKNOWN, next.selfVerdict ?? Verdict.UNKNOWN);
  flip('VERDICT', held?.verdict ?? Verdict.UNKNOWN, next.verdict);
}
