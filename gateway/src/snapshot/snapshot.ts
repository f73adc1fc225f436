import { createHash } from 'node:crypto';
import { type AsOf, type Day, dayBefore } from '@tieuchi/subgraph-kit';
import { stripIgnoredCharacters } from 'graphql';
import { printData } from '../answer/print-answer';
import type { Method } from '../attainment/attainment';
import { ATTAINMENT_METHOD } from '../attainment/compute-attainment';
import { inOrder } from './in-order';

/** What names an answer, so that whoever asks the same again can see whether it is the same. */
export interface Snapshot {
  /** Of the operation, its variables, its days, the formulas and the answer: "sha256:…". */
  readonly id: string;
  /** The map that grouped it. */
  readonly map: Day;
  /** The day by whose end it was known; null: what is recorded now. */
  readonly knownOn: Day | null;
  /** Whether more may still be recorded for that day: an answer of a closed day can be had again. */
  readonly provisional: boolean;
  /** The last day of which an answer can be had again. */
  readonly lastClosedDay: Day;
  /** The formulas of every attainment in it; null where none was asked. */
  readonly method: Method | null;
}

export interface Answered {
  /** The document, and which of its operations. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asOf: AsOf;
  readonly data: object;
}

const REMEMBERED = 1_000;
const remembered = new Map<string, string>();

/** The document without what does not change its meaning. Clients ask in the same few words, and reading them takes longer than finding them. */
function withoutIgnored(document: string): string {
  const known = remembered.get(document);
  if (known !== undefined) return known;
  const text = stripIgnoredCharacters(document);
  remembered.set(document, text);
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  return text;
}

/** Two answers have the same id exactly when the same was asked, of the same days, by the same formulas, and answered. */
export function takeSnapshot({ document, operationName, variables, asOf, data }: Answered): Snapshot {
  const { map, knownOn, today } = asOf;
  const method = document.includes('attainment') ? ATTAINMENT_METHOD : null;
  const days = { map, knownOn, today: knownOn === null ? today : null };
  const asked = JSON.stringify([withoutIgnored(document), operationName, inOrder(variables), days, method]);
  // the text of one list that ends with the data
  const hash = createHash('sha256')
    .update(`${asked.slice(0, -1)},`)
    .update(printData(data))
    .update(']');
  return {
    id: `sha256:${hash.digest('hex')}`,
    map,
    knownOn,
    provisional: knownOn === null || knownOn >= today,
    lastClosedDay: dayBefore(today),
    method,
  };
}
