import { SpeakingError } from '@tieuchi/subgraph-kit';
import { AssessmentState, Verdict } from '../assessment/assessment-enums';
import type { Desk } from '../assessment-life/desk';
import { type ItemEntry, itemPath } from '../assessment-life/item-entry';
import type { StepEntry } from '../assessment-life/next-revision';
import type { ItemStatement } from '../assessment-life/revision';
import { type FormContent, type FormRow, isSamePaper, isSilent, saysTheSame } from './form-row';
import { heldStatements, isPaperInWords } from './held-content';
import { type ImportStep, isStillToTake } from './import-step';

/** What a row is compared with, and what its paper is. */
export interface RowGround {
  readonly step: ImportStep;
  readonly held: FormContent;
  /** The paper that the row names, where the registry has exactly one such. */
  readonly documentId: string | null;
  /** The paper as a content names it that has none of the registry: one text for all of them; null without a paper. */
  readonly paperWords: string | null;
  /** Numbers of the contents whose gap is known already: looked at as if a reason stood there. */
  readonly excused: ReadonlySet<number>;
}

const PRESUMED = '?';

/**
 * The step that a row takes; null where it changes nothing: it says what stands already, or nothing of what nobody said.
 * @throws SpeakingError REASON_REQUIRED for a content that is left open without a word; BAD_USER_INPUT for a reason or
 * paper that could not be kept
 */
export function entryOfRow(desk: Desk, row: FormRow, ground: RowGround): StepEntry | null {
  const { step, held } = ground;
  const state = desk.current?.state ?? AssessmentState.NOT_STARTED;
  if (row.items.length === 0 && (row.reason !== '' || row.paper !== null)) throw noPlace(desk);
  if (saysTheSame(row, held) && (isSilent(row) || !isStillToTake(step, state))) return null;
  return {
    step,
    expectedVersion: desk.current?.version ?? null,
    items: itemEntries(desk, row, ground),
    verdict: row.result === Verdict.UNKNOWN ? null : row.result,
    acceptSelfAssessed: false,
    enteredFor: row.enteredFor,
    reason: null,
    decision: null,
  };
}

/** Contents that the row says something new of. A reason or a paper that changed is every such content's. */
function itemEntries(desk: Desk, row: FormRow, ground: RowGround): ItemEntry[] {
  const { step, held, excused } = ground;
  const statements = heldStatements(desk.current, step);
  const isNew = (verdict: Verdict, index: number) => verdict !== held.items[index];
  const isReasonNew =
    row.states.reason && (row.reason !== held.reason || row.items.some((v, i) => v !== Verdict.MET && isNew(v, i)));
  const isPaperNew =
    row.states.paper &&
    (!isSamePaper(row.paper, held.paper) ||
      (row.paper !== null && row.items.some((verdict, index) => verdict === Verdict.MET && isNew(verdict, index))));
  const entries: ItemEntry[] = [];
  for (const [index, verdict] of row.items.entries()) {
    const number = index + 1;
    const statement = statements.find((each) => each.number === number);
    if (verdict === Verdict.UNKNOWN && row.reason === '' && !excused.has(number)) {
      if (step !== 'SAVE' && !statement?.explanation) throw saysNothing(number, entries.length);
      if (!statement) continue;
    }
    const isKept = statement?.verdict === verdict && !(verdict === Verdict.MET ? isPaperNew : isReasonNew);
    if (!isKept) entries.push(entryOf(desk, row, ground, { number, verdict }));
  }
  return entries;
}

/** Figures and files that were given for the same verdict stay with it. */
function entryOf(
  desk: Desk,
  row: FormRow,
  { step, documentId, paperWords, excused }: RowGround,
  { number, verdict }: { number: number; verdict: Verdict },
): ItemEntry {
  const statements = heldStatements(desk.current, step);
  const isSame = (statement: ItemStatement) => statement.number === number && statement.verdict === verdict;
  const before = statements.find(isSame) ?? desk.current?.selfItems.find(isSame);
  const measures = before?.measures && Object.entries(before.measures).map(([name, count]) => ({ name, count }));
  const evidence = before?.evidence.filter(({ documentId: paper }) => paper === null || !row.states.paper) ?? [];
  const reason = verdict === Verdict.UNKNOWN ? (before?.reason ?? null) : null;
  if (verdict !== Verdict.MET) {
    const standing = statements.find((statement) => statement.number === number && statement.verdict !== Verdict.MET);
    const stated = row.states.reason ? row.reason : standing?.explanation;
    const explanation = stated || (excused.has(number) ? PRESUMED : null);
    return { number, verdict, reason, measures, evidence, explanation };
  }
  const takesPaper = desk.items.find((item) => item.number === number)?.evidencePolicy !== 'NONE';
  const paper = takesPaper ? documentId : null;
  return {
    number,
    verdict,
    measures,
    evidence: paper === null ? evidence : [...evidence, { documentId: paper }],
    explanation: (paper === null ? paperWords : null) ?? ownWords(before),
  };
}

function ownWords(statement: ItemStatement | undefined): string | null {
  const explanation = statement?.explanation ?? null;
  return isPaperInWords(explanation) ? null : explanation;
}

function noPlace({ year }: Desk): SpeakingError {
  return new SpeakingError(
    'BAD_USER_INPUT',
    `The set of ${year} has no contents one by one that a reason or a paper could be kept with; leave both out.`,
    { path: 'reason' },
  );
}

function saysNothing(number: number, index: number): SpeakingError {
  return new SpeakingError(
    'REASON_REQUIRED',
    `Nothing is said of content ${number}: write Đ or C, or say in "Lý do chưa đạt" why it is open; step=SAVE takes unfinished rows.`,
    { path: itemPath(index), number },
  );
}
