import type { EvidenceInput, ItemInput, Verdict, WorkCommuneQuery } from '../../data/operations.generated';

export type Desk = NonNullable<NonNullable<WorkCommuneQuery['commune']>['assessment']>;
type Statement = NonNullable<Desk['items'][number]['selfAssessed']>;
type Said = Statement['evidence'][number];

/** SELF: what the unit says of it, taken over by whoever appraises. */
export type Choice = Verdict | 'SELF';

/** What a content rests on, with the words that it is shown by. */
export interface EvidenceDraft {
  readonly sha256: string | null;
  readonly url: string | null;
  readonly documentId: string | null;
  readonly note: string | null;
  readonly label: string;
}

/** What somebody is entering of one content; texts as they are typed. */
export interface ItemDraft {
  readonly number: number;
  /** Null where nothing was chosen. */
  readonly choice: Choice | null;
  readonly hasNoYearBefore: boolean;
  readonly explanation: string;
  readonly measures: Readonly<Record<string, string>>;
  readonly evidence: readonly EvidenceDraft[];
}

/** Which side of the form is entered: what the unit says, or what the appraisal finds. */
export type Side = 'selfAssessed' | 'appraised';

/** What is recorded, as it begins to be edited. An appraisal begins with what the unit says. */
export function draftsOf({ items, state }: Desk, side: Side): ItemDraft[] {
  const start = side === 'appraised' && state === 'SUBMITTED' ? 'SELF' : null;
  return items.map((item) => {
    const statement = state === 'SUBMITTED' && side === 'appraised' ? null : item[side];
    return draftOf(item.number, statement, start);
  });
}

function draftOf(number: number, statement: Statement | null, start: Choice | null): ItemDraft {
  return {
    number,
    choice: statement?.verdict ?? start,
    hasNoYearBefore: statement?.reason === 'NO_COMPARABLE_PREVIOUS_YEAR',
    explanation: statement?.explanation ?? '',
    measures: Object.fromEntries((statement?.measures ?? []).map(({ name, count }) => [name, String(count)])),
    evidence: (statement?.evidence ?? []).map(evidenceOf),
  };
}

function evidenceOf({ sha256, url, note, document }: Said): EvidenceDraft {
  const label = document?.number ?? note ?? url ?? sha256?.slice(0, 12) ?? '';
  return { sha256, url, documentId: document?.id ?? null, note, label };
}

/** Those that are not as they were recorded. */
export function changedDrafts(base: readonly ItemDraft[], drafts: readonly ItemDraft[]): ItemDraft[] {
  return drafts.filter((draft) => !isSame(draft, draftWith(base, draft.number)));
}

/** After somebody else wrote: what was changed here stays, the rest is as the other left it. */
export function mergeDrafts(
  base: readonly ItemDraft[],
  drafts: readonly ItemDraft[],
  newer: readonly ItemDraft[],
): ItemDraft[] {
  const own = changedDrafts(base, drafts);
  return newer.map((draft) => draftWith(own, draft.number) ?? draft);
}

/** What is sent of them, in this order: an error of the API names a place in it. */
export function inputsOf(drafts: readonly ItemDraft[]): ItemInput[] {
  return drafts.filter(({ choice }) => choice !== 'SELF').map(inputOf);
}

function inputOf({ number, choice, hasNoYearBefore, explanation, measures, evidence }: ItemDraft): ItemInput {
  const counts = Object.entries(measures).filter(([, text]) => text.trim() !== '');
  const isUnknown = choice === 'UNKNOWN';
  return {
    number,
    // what figures decide is not said again
    verdict: counts.length > 0 || choice === 'SELF' ? null : choice,
    reason: isUnknown ? (hasNoYearBefore ? 'NO_COMPARABLE_PREVIOUS_YEAR' : 'ITEM_UNKNOWN') : null,
    measures: counts.map(([name, text]) => ({ name, count: Number(text) })),
    explanation: explanation.trim() || null,
    evidence: evidence.map(({ label: _, ...reference }): EvidenceInput => reference),
  };
}

export function draftWith(drafts: readonly ItemDraft[], number: number): ItemDraft | undefined {
  return drafts.find((draft) => draft.number === number);
}

function isSame(one: ItemDraft, other: ItemDraft | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
