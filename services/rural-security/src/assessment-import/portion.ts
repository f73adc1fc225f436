import { type Actor, type Day, refuseUnstorableText, SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import { Verdict } from '../assessment/assessment-enums';
import { nextRevision, type StepEntry } from '../assessment-life/next-revision';
import type { Revision } from '../assessment-life/revision';
import { findDesks, type UnitDesk } from './desks.repository';
import { itemTitle, TITLES } from './form-columns';
import type { FormRow } from './form-row';
import { heldContent, heldStatements } from './held-content';
import type { ReportBook } from './import-report';
import type { ImportStep } from './import-step';
import type { ImportYear } from './import-year.repository';
import { findPapers, type Papers } from './papers.repository';
import type { NextRevision } from './revisions.repository';
import { entryOfRow } from './row-entry';
import { isNameOf } from './unit-name';

/** What all portions of an import share. */
export interface PortionGround {
  readonly question: AssessmentQuestion;
  readonly step: ImportStep;
  readonly year: ImportYear;
  readonly actor: Actor;
  /** The day in Vietnam. */
  readonly today: Day;
  readonly book: ReportBook;
}

/** Decides rows with what is recorded of their units, read for all of them at once; faults and flips go into the book. */
export async function decidePortion(
  tx: EntityManager,
  ground: PortionGround,
  rows: readonly FormRow[],
): Promise<NextRevision[]> {
  const { question, step, year } = ground;
  const codes = rows.map(({ code }) => code);
  const desks = await findDesks(tx, question, year, codes);
  const cited = [...desks.values()].flatMap(({ desk }) =>
    heldStatements(desk.current, step).flatMap(({ evidence }) =>
      evidence.flatMap(({ documentId }) => documentId ?? []),
    ),
  );
  const numbers = new Set(rows.flatMap(({ paper }) => paper?.number ?? []));
  const papers = await findPapers(tx, [...new Set(cited)], [...numbers]);
  return rows.flatMap((row) => decideRow(ground, row, desks.get(row.code), papers) ?? []);
}

function decideRow(
  ground: PortionGround,
  row: FormRow,
  unit: UnitDesk | undefined,
  papers: Papers,
): NextRevision | null {
  const { book, step, actor, today } = ground;
  let entry: StepEntry | null = null;
  try {
    refuseUnstorableText(row);
    const { desk, currentId, code, unitName } = requireUnit(ground, row, unit);
    if (row.paper && row.paper.issuedOn > today) throw futurePaper(row.paper.issuedOn);
    const held = heldContent(desk.current, step, desk.items.length, papers.byId);
    entry = entryOfRow(desk, row, { step, held, documentId: row.paper && papers.idOf(row.paper) });
    if (!entry) {
      book.unchanged += 1;
      return null;
    }
    const revision = nextRevision(desk, entry, actor, today);
    book.taken += 1;
    reportFlips(book, { row: row.row, unitCode: code, unitName }, desk.current, revision);
    return { unitId: desk.unitId, currentId, revision };
  } catch (error) {
    if (!(error instanceof SpeakingError)) throw error;
    const column = columnOf(error, entry);
    book.fault({ row: row.row, column, code: error.extensions.code as SpeakingErrorCode, message: error.message });
    return null;
  }
}

type SpeakingErrorCode = ConstructorParameters<typeof SpeakingError>[0];

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

function futurePaper(issuedOn: Day): SpeakingError {
  return new SpeakingError('BAD_USER_INPUT', `A paper of ${issuedOn} is not issued yet; correct the day.`, {
    path: 'paperDay',
  });
}

const COLUMN_BY_PATH: Readonly<Record<string, string>> = {
  code: TITLES.code,
  enteredFor: TITLES.enteredFor,
  paperDay: TITLES.paperDay,
  reason: TITLES.reason,
  unitCode: TITLES.code,
  verdict: TITLES.result,
};

/** Where the form has what an error of a step is about. */
function columnOf({ extensions }: SpeakingError, entry: StepEntry | null): string | null {
  const { path, code, number } = extensions;
  if (code === 'EVIDENCE_REQUIRED') return TITLES.paperNumber;
  if (typeof number === 'number') return itemTitle(number);
  const index = /^items\.(\d+)/.exec(String(path))?.[1];
  const item = index === undefined ? undefined : entry?.items[Number(index)];
  return item ? itemTitle(item.number) : (COLUMN_BY_PATH[String(path)] ?? null);
}

/** Unit and row that a verdict is of. */
interface FlipPlace {
  readonly row: number;
  readonly unitCode: string;
  readonly unitName: string;
}

function reportFlips(book: ReportBook, place: FlipPlace, held: Revision | null, next: Revision): void {
  const pairs = [
    ['SELF_ASSESSED', held?.selfVerdict ?? Verdict.UNKNOWN, next.selfVerdict ?? Verdict.UNKNOWN],
    ['VERDICT', held?.verdict ?? Verdict.UNKNOWN, next.verdict],
  ] as const;
  for (const [of, before, after] of pairs) if (before !== after) book.flip({ ...place, of, before, after });
}
