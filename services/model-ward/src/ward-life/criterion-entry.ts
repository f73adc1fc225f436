import { type EvidenceReference, readEvidenceReference, SpeakingError, Verdict } from '@tieuchi/subgraph-kit';
import type { YearOfCriteria } from '../criteria/criteria-sets';
import type { CriterionStatement } from './revision';

/** What somebody enters of one criterion. */
export interface CriterionEntry {
  readonly number: number;
  readonly verdict: Verdict;
  readonly explanation?: string | null;
  readonly evidence?: readonly Partial<EvidenceReference>[] | null;
}

/**
 * What is said of each criterion, in their order: the entries of this step over what was said before.
 * @throws SpeakingError ITEM_NOT_FOUND for a number that the set has not, BAD_USER_INPUT for one entered twice or evidence
 * that is none; with the place in the input
 */
export function readCriteria(
  { set, year }: YearOfCriteria,
  entries: readonly CriterionEntry[],
  before: readonly CriterionStatement[],
): CriterionStatement[] {
  const byNumber = new Map(before.map((statement) => [statement.number, statement]));
  for (const [index, { number, verdict, explanation, evidence }] of entries.entries()) {
    const path = `criteria.${index}.number`;
    if (number < 1 || number > set.criteriaCount) {
      throw new SpeakingError(
        'ITEM_NOT_FOUND',
        `Criterion ${number} is not in the set of ${year}: it has 1 to ${set.criteriaCount}.`,
        { path },
      );
    }
    if (entries.findIndex((entry) => entry.number === number) !== index) {
      throw new SpeakingError('BAD_USER_INPUT', `Criterion ${number} is entered twice.`, { path });
    }
    byNumber.set(number, {
      number,
      verdict,
      explanation: explanation?.trim() || null,
      evidence: (evidence ?? []).map((entry, place) => fileOrLink(entry, `criteria.${index}.evidence.${place}`)),
    });
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

function fileOrLink(entry: Partial<EvidenceReference>, path: string) {
  const { sha256, url, note } = readEvidenceReference(entry, path);
  return { sha256, url, note };
}

export function countMet(statements: readonly CriterionStatement[]): number {
  return statements.filter(({ verdict }) => verdict === Verdict.MET).length;
}

/** Criteria of 1 to `asked` with that verdict; one that nothing is said of is UNKNOWN. */
export function criteriaWith(verdict: Verdict, statements: readonly CriterionStatement[], asked: number): number[] {
  const said = new Map(statements.map((statement) => [statement.number, statement.verdict]));
  const numbers = Array.from({ length: asked }, (_, index) => index + 1);
  return numbers.filter((number) => (said.get(number) ?? Verdict.UNKNOWN) === verdict);
}
