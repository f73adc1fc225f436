import type { ItemDraft } from '../desk/item-draft';
import type { UserError } from './take-step';

/** What is wrong with a form, and where: of the whole, of a field, or of a field of a content. */
export interface FormFault {
  readonly code: string;
  /** Of the content; null where it is none's. */
  readonly number: number | null;
  /** As the API names it: "explanation", "enteredFor"; null where it is about the whole. */
  readonly field: string | null;
  /** In the words of the API; null where the page found it. */
  readonly message: string | null;
}

export type Purpose = 'SAVE' | 'SUBMIT' | 'APPRAISE';

/** What the page finds before anything is sent: what is not said, and what is not met without a reason. */
export function findMissing(drafts: readonly ItemDraft[], purpose: Purpose): FormFault[] {
  if (purpose === 'SAVE') return [];
  return drafts.flatMap(({ number, choice, explanation, measures }) => {
    const of = (field: string, code: string) => [{ code, number, field, message: null }];
    const isMeasured = Object.values(measures).some((text) => text.trim() !== '');
    if (choice === null && !isMeasured && purpose === 'SUBMIT') return of('verdict', 'STATEMENT_REQUIRED');
    const isReasonDue = choice === 'NOT_MET' || (choice === 'UNKNOWN' && purpose === 'SUBMIT');
    return isReasonDue && explanation.trim() === '' ? of('explanation', 'REASON_REQUIRED') : [];
  });
}

/** Where errors of the API belong. @param sent numbers of the contents, in the order in which they were sent */
export function placeErrors(errors: readonly UserError[], sent: readonly number[]): FormFault[] {
  return errors.map(({ code, path, message }) => {
    const [first = null, index, field = null] = path;
    if (first !== 'items') return { code, number: null, field: first, message };
    const number = index === undefined ? null : (sent[Number(index)] ?? null);
    return { code, number, field: number === null ? 'items' : field, message };
  });
}

/** Those of one place. @param fields the names under which the API may say it; null: whatever else is wrong there */
export function faultsAt(faults: readonly FormFault[], number: number | null, field: string): FormFault[] {
  return faults.filter((fault) => fault.number === number && fault.field === field);
}
