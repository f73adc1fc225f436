import type { SpeakingCode, SpeakingError } from '@tieuchi/subgraph-kit';
import type { StepEntry } from '../assessment-life/next-revision';
import { itemTitle, TITLES } from './form-columns';
import { HEADING_LABELS } from './form-heading';

/** What is wrong with a row, where the form has it and in the words of the form. */
export interface RowFault {
  readonly code: SpeakingCode;
  /** Null where no single cell is at fault. */
  readonly column: string | null;
  /** Of the content that it is about; null where it is about none. */
  readonly number: number | null;
  readonly message: string;
}

const COLUMN_BY_PATH: Readonly<Record<string, string>> = {
  code: TITLES.code,
  enteredFor: TITLES.enteredFor,
  paperDay: TITLES.paperDay,
  reason: TITLES.reason,
  unitCode: TITLES.code,
  verdict: TITLES.result,
};

/** An error of a step, as one who filled a form can act on it: the form has no fields of the API. */
export function faultOf({ extensions, message }: SpeakingError, entry: StepEntry | null): RowFault {
  const code = extensions.code as SpeakingCode;
  const path = String(extensions.path);
  const index = /^items\.(\d+)/.exec(path)?.[1];
  const item = index === undefined ? undefined : entry?.items[Number(index)];
  const number = typeof extensions.number === 'number' ? extensions.number : (item?.number ?? null);
  const column = number === null ? (COLUMN_BY_PATH[path] ?? null) : itemTitle(number);
  if (code === 'EVIDENCE_REQUIRED') return { code, column: TITLES.paperNumber, number, message: needsPaper(number) };
  return { code, column, number, message: FORM_WORDS[`${code} ${path}`] ?? message };
}

const FORM_WORDS: Readonly<Record<string, string>> = {
  'REASON_REQUIRED enteredFor': `You enter for a unit that is not your own: name who is answerable there, for all rows in the heading row "${HEADING_LABELS.enteredFor}", or for one in a column "${TITLES.enteredFor}".`,
  'STATEMENT_REQUIRED verdict': `Nothing is said of the unit: write Đ or C in "${TITLES.result}".`,
  'VERDICT_CONTRADICTS_VALUE verdict': `"${TITLES.result}" contradicts the contents: correct one of them, or leave "${TITLES.result}" empty.`,
};

function needsPaper(number: number | null): string {
  const which = number === null ? 'A content that is met' : `${itemTitle(number)} is met and`;
  return `${which} needs the paper that it rests on: fill in "${TITLES.paperNumber}" and "${TITLES.paperDay}".`;
}
