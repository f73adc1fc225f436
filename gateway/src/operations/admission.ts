import { createHash } from 'node:crypto';
import { type Logger, type RequestTrace, SpeakingError, traced } from '@tieuchi/subgraph-kit';
import { GraphQLError, parse } from 'graphql';
import { measureDocument } from '../limits/document-size';
import { MOST_TOKENS, refuseOversize } from '../limits/limits';
import type { AskedOperation } from './asked-operation';

/** What becomes of an operation that no client of ours is known to send: it runs, it is noted, it is refused. */
export type OperationMode = 'off' | 'log' | 'enforce';

export interface AdmissionOptions {
  /** The documents that our clients send, by their SHA-256. */
  readonly trusted: ReadonlyMap<string, string>;
  readonly mode: OperationMode;
  readonly logger: Logger;
}

/** @returns the text of the operation; undefined where the request says none */
export type Admission = (asked: AskedOperation, trace: RequestTrace | undefined) => string | undefined;

const REMEMBERED = 1_000;

/**
 * Lets operations in before they are validated or planned: trusted ones as they are, others within the limits. A document
 * is measured once; the oldest is forgotten beyond 1,000.
 * @throws SpeakingError by the code of a limit, OPERATION_NOT_TRUSTED, OPERATION_HASH_MISMATCH
 */
export function createAdmission({ trusted, mode, logger }: AdmissionOptions): Admission {
  const measured = new Map<string, SpeakingError | null>();
  return ({ query, hash }, trace) => {
    if (query === undefined) return hash === undefined ? undefined : findTrusted(trusted, hash);
    const own = createHash('sha256').update(query).digest('hex');
    if (hash !== undefined && hash !== own) throw mismatch(hash, own);
    if (trusted.has(own)) return query;
    if (mode === 'enforce') throw notTrusted(own);
    if (!measured.has(own)) {
      if (mode === 'log') traced(logger, trace).warn({ operation: own }, 'an operation that is not trusted');
      measured.set(own, judge(query));
      if (measured.size > REMEMBERED) measured.delete(measured.keys().next().value as string);
    }
    const refusal = measured.get(own);
    if (refusal) throw refusal;
    return query;
  };
}

function findTrusted(trusted: ReadonlyMap<string, string>, hash: string): string {
  const query = trusted.get(hash);
  if (query === undefined) throw notTrusted(hash);
  return query;
}

/** What a document is refused for by its size alone; a fault of its syntax is validation's to say. */
function judge(query: string): SpeakingError | null {
  try {
    refuseOversize(measureDocument(parse(query, { maxTokens: MOST_TOKENS, noLocation: true })));
  } catch (error) {
    if (error instanceof SpeakingError) return error;
    if (error instanceof GraphQLError && /\d+ tokens/.test(error.message)) {
      return new SpeakingError(
        'TOO_MANY_TOKENS',
        `The operation has more than ${MOST_TOKENS} names, numbers and marks. Ask in parts, and send values as variables.`,
        { limit: MOST_TOKENS },
      );
    }
    if (!(error instanceof GraphQLError)) throw error;
  }
  return null;
}

function notTrusted(hash: string): SpeakingError {
  return new SpeakingError(
    'OPERATION_NOT_TRUSTED',
    `The operation ${hash} is not in the manifest of this installation. Its operator adds it, or runs the gateway with OPERATIONS=log.`,
  );
}

function mismatch(said: string, own: string): SpeakingError {
  return new SpeakingError(
    'OPERATION_HASH_MISMATCH',
    `extensions.persistedQuery.sha256Hash says ${said.slice(0, 64)}, and the operation that came with it has ${own}. Send the two of one operation.`,
  );
}
