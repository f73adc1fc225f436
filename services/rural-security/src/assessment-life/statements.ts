import { SpeakingError } from '@tieuchi/subgraph-kit';
import { type UnknownReason, Verdict } from '../assessment/assessment-enums';
import { checkStated } from '../judging/check-stated';
import { judgeItem } from '../judging/judge-item';
import type { Measures } from '../judging/rule';
import type { Desk, DeskItem } from './desk';
import { findItem, type ItemEntry, itemPath, readEvidence, readMeasures, readReason } from './item-entry';
import type { ItemStatement } from './revision';

/**
 * What is said of each content, in their order: the entries of this step over what was said before.
 * @throws SpeakingError with the place in the input
 */
export function readStatements(
  desk: Desk,
  entries: readonly ItemEntry[],
  before: readonly ItemStatement[],
): ItemStatement[] {
  const byNumber = new Map(before.map((statement) => [statement.number, statement]));
  for (const [index, entry] of entries.entries()) {
    const item = findItem(desk, entries, index);
    byNumber.set(item.number, stateItem(desk, item, entry, index));
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/**
 * What a unit submits says something of every content: a result, figures, or why it cannot say.
 * @throws SpeakingError STATEMENT_REQUIRED with the contents that are left open
 */
export function requireStatements({ items }: Desk, statements: readonly ItemStatement[]): void {
  const open = items.map(({ number }) => number).filter((number) => !isStated(statements, number));
  if (open.length === 0) return;
  throw new SpeakingError(
    'STATEMENT_REQUIRED',
    `Nothing is said of content ${open.join(', ')}: say MET or NOT_MET, or UNKNOWN with an explanation. saveAssessment keeps a draft that is not whole.`,
    { path: 'items' },
  );
}

function isStated(statements: readonly ItemStatement[], number: number): boolean {
  const statement = statements.find((each) => each.number === number);
  return (
    statement !== undefined &&
    (statement.verdict !== Verdict.UNKNOWN || statement.measures !== null || statement.explanation !== null)
  );
}

/**
 * What a unit submits must rest on something where the set asks for it.
 * @throws SpeakingError EVIDENCE_REQUIRED with the first content that lacks it
 */
export function requireEvidence(
  { items }: Desk,
  entries: readonly ItemEntry[],
  statements: readonly ItemStatement[],
): void {
  for (const { number, evidencePolicy } of items) {
    if (evidencePolicy !== 'REQUIRED' && evidencePolicy !== 'REFERENCE_ONLY') continue;
    const statement = statements.find((each) => each.number === number);
    if (statement?.verdict !== Verdict.MET || statement.evidence.length > 0 || statement.explanation) continue;
    const index = entries.findIndex((entry) => entry.number === number);
    throw new SpeakingError(
      'EVIDENCE_REQUIRED',
      `Content ${number} needs evidence, or an explanation why there is none.`,
      { path: index < 0 ? 'items' : itemPath(index, 'evidence') },
    );
  }
}

function stateItem(desk: Desk, item: DeskItem, entry: ItemEntry, index: number): ItemStatement {
  const measures = readMeasures(entry, index);
  const said = {
    number: item.number,
    measures,
    explanation: entry.explanation?.trim() || null,
    evidence: readEvidence(entry, item, index),
  };
  return at(itemPath(index), () => {
    const facts = factsOf(desk, measures);
    const judged = judgeItem(item.rule, facts);
    if (judged === null)
      return { verdict: entry.verdict ?? Verdict.UNKNOWN, reason: readReason(entry, index), ...said };
    // what figures decide, or leave open, is not a matter of opinion
    if (entry.verdict) checkStated(item.rule, facts, entry.verdict);
    if (judged.verdict === Verdict.UNKNOWN) refuseClaim(entry, judged.reason);
    return { verdict: judged.verdict, reason: judged.reason, ...said };
  });
}

function refuseClaim({ verdict, number }: ItemEntry, reason: UnknownReason | null): void {
  if (!verdict || verdict === Verdict.UNKNOWN) return;
  throw new SpeakingError(
    'VERDICT_CONTRADICTS_VALUE',
    `Content ${number} is decided by its figures, and they leave it UNKNOWN (${reason}): leave verdict out.`,
  );
}

function factsOf({ before, base, isComparable }: Desk, measures: Measures | null) {
  return { measures, before, base, isComparable };
}

/** An error of a rule gets the place that the rule does not know. */
function at<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SpeakingError && error.extensions.path === undefined) error.extensions.path = path;
    throw error;
  }
}
