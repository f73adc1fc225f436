import type { ItemDraft } from './item-draft';

/** What is being entered, with what it was entered over. */
export interface KeptDraft {
  readonly base: readonly ItemDraft[];
  readonly drafts: readonly ItemDraft[];
  readonly enteredFor: string;
}

/** Kept in this tab until it is recorded or given up: a page that is loaded anew has it again. */
export function readDraft(key: string): KeptDraft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : JSON.parse(text);
}

/** @param draft null: it is recorded, or given up */
export function keepDraft(key: string, draft: KeptDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // a store that is full keeps nothing; what was typed is still on the page
  }
}
