import { useState } from 'preact/hooks';
import type { Operation } from '../../data/operations.generated';
import { findMissing, type Purpose } from '../step/form-fault';
import type { UserError } from '../step/take-step';
import { type Step, useStep } from '../step/use-step';
import type { DeskFormProps } from './commune-desk';
import { changedDrafts, type Desk, draftsOf, type ItemDraft, inputsOf, mergeDrafts, type Side } from './item-draft';
import { keepDraft, readDraft } from './kept-draft';
import { loadDesk } from './load-desk';

/** The contents of a commune while they are entered, over a version that was read. */
export interface ItemForm {
  readonly desk: Desk;
  readonly drafts: readonly ItemDraft[];
  readonly enteredFor: string;
  readonly step: Step;
  /** Whether something was taken over that this tab had kept. */
  readonly isRestored: boolean;
  /** What somebody else wrote meanwhile; null where nobody did. */
  readonly newer: Desk | null;
  change(number: number, change: Partial<ItemDraft>): void;
  changeEnteredFor(name: string): void;
  /** Goes on over what the other wrote, with what was typed here. */
  keepOwn(): void;
  dropOwn(): void;
  send<Data extends StepData>(
    purpose: Purpose,
    operation: Operation<Data, { readonly input: StepInput }>,
    more: object,
  ): Promise<void>;
}

interface StepData {
  readonly payload: { readonly userErrors: readonly UserError[] };
}

// each step has an input type of its own; what they share is said here
type StepInput = { readonly unitCode: string; readonly indicator: string; readonly year: number };

interface Entered {
  readonly desk: Desk;
  readonly base: readonly ItemDraft[];
  readonly drafts: readonly ItemDraft[];
  readonly enteredFor: string;
}

export function useItemForm({ view, code, desk, onDone, onDrop }: DeskFormProps, side: Side): ItemForm {
  const { indicator, year } = view.question;
  const key = ['tieuchi-draft', view.caller.subject, indicator.id, year.year, code, side].join(' ');
  const [start] = useState(() => begin(key, desk, side));
  const [entered, setEntered] = useState<Entered>(start.entered);
  const [newer, setNewer] = useState<Desk | null>(null);
  const step = useStep();
  const update = (change: Partial<Entered>) => {
    const next = { ...entered, ...change };
    setEntered(next);
    keepDraft(key, next);
  };
  return {
    ...{ desk: entered.desk, drafts: entered.drafts, enteredFor: entered.enteredFor },
    ...{ step, newer, isRestored: start.isRestored },
    change(number, change) {
      update({ drafts: entered.drafts.map((draft) => (draft.number === number ? { ...draft, ...change } : draft)) });
      step.mend(number);
    },
    changeEnteredFor(enteredFor) {
      update({ enteredFor });
      step.mend(null, 'enteredFor');
    },
    keepOwn() {
      if (!newer) return;
      const base = draftsOf(newer, side);
      update({ desk: newer, base, drafts: mergeDrafts(entered.base, entered.drafts, base) });
      setNewer(null);
      // the lost update is no fault of a field
      step.mend(null);
    },
    dropOwn() {
      keepDraft(key, null);
      onDrop();
    },
    async send(purpose, operation, more) {
      const missing = findMissing(entered.drafts, purpose);
      if (missing.length > 0) return step.refuse(missing);
      const changed = changedDrafts(entered.base, entered.drafts).filter(({ choice }) => choice !== 'SELF');
      const input = {
        ...{ unitCode: code, indicator: indicator.id, year: year.year },
        ...{ expectedVersion: entered.desk.version || null, items: inputsOf(changed), ...more },
      };
      const sent = changed.map(({ number }) => number);
      const payload = await step.take(operation, { input }, sent, async (faults) => {
        if (faults.some((fault) => fault.code === 'STALE_VERSION')) setNewer(await readNewer());
      });
      if (!payload) return;
      keepDraft(key, null);
      onDone(purpose);
    },
  };

  async function readNewer(): Promise<Desk | null> {
    const { data } = await loadDesk(view, code).catch(() => ({ data: null }));
    return data?.commune?.assessment ?? null;
  }
}

/** What is recorded, with what this tab had kept over it. */
function begin(key: string, desk: Desk, side: Side): { readonly entered: Entered; readonly isRestored: boolean } {
  const base = draftsOf(desk, side);
  const kept = readDraft(key);
  if (!kept) return { entered: { desk, base, drafts: base, enteredFor: desk.enteredFor ?? '' }, isRestored: false };
  const drafts = mergeDrafts(kept.base, kept.drafts, base);
  return { entered: { desk, base, drafts, enteredFor: kept.enteredFor }, isRestored: true };
}
