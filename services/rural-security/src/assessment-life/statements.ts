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
  const stated = entries.map((entry, index) => stateItem(desk, findItem(desk, entries, index), entry, index));
  const kept = before.filter(({ number }) => !stated.some((statement) => statement.number === number));
  return [...kept, ...stated].sort((a, b) => a.number - b.number);
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
  const explanation = entry.explanation?.trim() || null;
  const evidence = readEvidence(entry, item, index);
  const { verdict, reason } = judgeEntry(desk, item, entry, index, measures);
  // written out: an object that another is spread into takes several times the memory, and an import makes 80,000
  return { number: item.number, verdict, reason, measures, explanation, evidence };
}

function judgeEntry(
  { before, base, isComparable }: Desk,
  { rule }: DeskItem,
  entry: ItemEntry,
  index: number,
  measures: Measures | null,
): Pick<ItemStatement, 'verdict' | 'reason'> {
  return at(index, () => {
    const facts = { measures, before, base, isComparable };
    const judged = judgeItem(rule, facts);
    if (judged === null) return { verdict: entry.verdict ?? Verdict.UNKNOWN, reason: readReason(entry, index) };
    // what figures decide, or leave open, is not a matter of opinion
    if (entry.verdict) checkStated(rule, facts, entry.verdict);
    if (judged.verdict === Verdict.UNKNOWN) refuseClaim(entry, judged.reason);
    return judged;
  });
}

function refuseClaim({ verdict, number }: ItemEntry, reason: UnknownReason | null): void {
  if (!verdict || verdict === Verdict.UNKNOWN) return;
  throw new SpeakingError(
    'VERDICT_CONTRADICTS_VALUE',
    `Content ${number} is decided by its figures, and they leave it UNKNOWN (${reason}): leave verdict out.`,
  );
}

/** An error of a rule gets the place that the rule does not know. */
function at<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SpeakingError && error.extensions.path === undefined) error.extensions.path = itemPath(index);
    throw error;
  }
}
