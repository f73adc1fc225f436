import type { Answer } from '../../data/answer';
import { writeOverHttp } from '../../data/ask-over-http';
import type { Operation } from '../../data/operations.generated';
import { randomKey } from '../random-key';

/** As the API's `UserError`. */
export interface UserError {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

/** What became of a step. LOST: nobody knows whether it was taken; the same again is safe. */
export type StepOutcome<Payload> =
  | { readonly kind: 'DONE'; readonly payload: Payload }
  | { readonly kind: 'REFUSED'; readonly errors: readonly UserError[] }
  | { readonly kind: 'SIGNED_OUT' }
  | { readonly kind: 'LOST' };

interface Answered {
  readonly payload: { readonly userErrors: readonly UserError[] };
}

/** Faults after which the step may have been taken, or can be taken later. */
const UNCERTAIN = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_ERROR',
  'OVERLOADED',
  'SHUTTING_DOWN',
  'DATABASE_UNAVAILABLE',
]);

let unanswered: { readonly text: string; readonly key: string } | null = null;

/**
 * Takes a step once: what was not answered goes out again under the same name, so that a lost connection takes no step
 * twice. Never throws.
 */
export async function takeStep<Data extends Answered, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<StepOutcome<Data['payload']>> {
  const text = JSON.stringify([operation.name, variables]);
  const { key } = unanswered?.text === text ? unanswered : { key: randomKey() };
  unanswered = { text, key };
  try {
    const outcome = outcomeOf<Data>(await writeOverHttp<Data>(operation, variables, key));
    if (outcome.kind !== 'LOST') unanswered = null;
    return outcome;
  } catch {
    return { kind: 'LOST' };
  }
}

function outcomeOf<Data extends Answered>({ data, faults }: Answer<Data>): StepOutcome<Data['payload']> {
  const [fault] = faults;
  if (fault?.code === 'UNAUTHENTICATED') return { kind: 'SIGNED_OUT' };
  if (!data?.payload || fault) {
    if (!fault || UNCERTAIN.has(fault.code)) return { kind: 'LOST' };
    return { kind: 'REFUSED', errors: [{ code: fault.code, path: [], message: fault.message }] };
  }
  const { userErrors } = data.payload;
  return userErrors.length > 0 ? { kind: 'REFUSED', errors: userErrors } : { kind: 'DONE', payload: data.payload };
}
