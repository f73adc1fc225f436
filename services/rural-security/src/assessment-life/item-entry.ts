import { type EvidenceReference, readEvidenceReference, SpeakingError } from '@tieuchi/subgraph-kit';
import { UnknownReason, Verdict } from '../assessment/assessment-enums';
import type { Measures } from '../judging/rule';
import type { Desk, DeskItem } from './desk';

/** What somebody enters of one content. */
export interface ItemEntry {
  readonly number: number;
  /** Left out where the measures decide. */
  readonly verdict?: Verdict | null;
  readonly reason?: UnknownReason | null;
  readonly measures?: readonly { readonly name: string; readonly count: number }[] | null;
  readonly explanation?: string | null;
  readonly evidence?: readonly Partial<EvidenceReference>[] | null;
}

const REASONS_OF_ITEMS: readonly UnknownReason[] = [
  UnknownReason.ITEM_UNKNOWN,
  UnknownReason.NO_COMPARABLE_PREVIOUS_YEAR,
];

/** A name that a person would know again; the place is the entry's in the input. */
export function itemPath(index: number, field?: string): string {
  return field ? `items.${index}.${field}` : `items.${index}`;
}

/**
 * The content that an entry is about.
 * @throws SpeakingError ITEM_NOT_FOUND for a number that the set has not; BAD_USER_INPUT for one entered twice
 */
export function findItem(desk: Desk, entries: readonly ItemEntry[], index: number): DeskItem {
  const { number } = entries[index] as ItemEntry;
  const item = desk.items.find((each) => each.number === number);
  const path = itemPath(index, 'number');
  if (!item) {
    const known = desk.items.length > 0 ? `1 to ${desk.items.length}` : 'no contents one by one';
    throw new SpeakingError('ITEM_NOT_FOUND', `Content ${number} is not in the set of ${desk.year}: it has ${known}.`, {
      path,
    });
  }
  if (entries.findIndex((entry) => entry.number === number) === index) return item;
  throw new SpeakingError('BAD_USER_INPUT', `Content ${number} is entered twice.`, { path });
}

/** @throws SpeakingError BAD_USER_INPUT for a measure twice, or one that is no whole number from 0 */
export function readMeasures({ measures }: ItemEntry, index: number): Measures | null {
  if (!measures || measures.length === 0) return null;
  const path = itemPath(index, 'measures');
  const named: Record<string, number> = Object.create(null);
  for (const { name, count } of measures) {
    if (name in named) throw new SpeakingError('BAD_USER_INPUT', `The measure ${name} is given twice.`, { path });
    if (!Number.isInteger(count) || count < 0) {
      throw new SpeakingError('BAD_USER_INPUT', `The measure ${name} is ${count}; it is a whole number, 0 or more.`, {
        path,
      });
    }
    named[name] = count;
  }
  return { ...named };
}

/**
 * Why a content has no result; null where it has one.
 * @throws SpeakingError BAD_USER_INPUT for a reason beside a result, or one that is not a content's
 */
export function readReason({ verdict, reason }: ItemEntry, index: number): UnknownReason | null {
  const path = itemPath(index, 'reason');
  if (verdict && verdict !== Verdict.UNKNOWN) {
    if (reason == null) return null;
    throw new SpeakingError('BAD_USER_INPUT', `A content that is ${verdict} has no reason for being unknown.`, {
      path,
    });
  }
  if (reason == null) return UnknownReason.ITEM_UNKNOWN;
  if (REASONS_OF_ITEMS.includes(reason)) return reason;
  throw new SpeakingError('BAD_USER_INPUT', `${reason} is no reason of a content: ${REASONS_OF_ITEMS.join(' or ')}.`, {
    path,
  });
}

/**
 * What a content rests on, each reference one thing.
 * @throws SpeakingError BAD_USER_INPUT where the content takes no such evidence
 */
export function readEvidence(
  { evidence }: ItemEntry,
  { evidencePolicy }: DeskItem,
  index: number,
): EvidenceReference[] {
  return (evidence ?? []).map((entry, place) => {
    const path = itemPath(index, `evidence.${place}`);
    const reference = readEvidenceReference(entry, path);
    if (evidencePolicy === 'NONE' || (evidencePolicy === 'REFERENCE_ONLY' && reference.documentId === null)) {
      const takes =
        evidencePolicy === 'NONE' ? 'no evidence' : 'a paper by number, date and issuer (documentId), no file';
      throw new SpeakingError('BAD_USER_INPUT', `This content takes ${takes}.`, { path });
    }
    return reference;
  });
}
