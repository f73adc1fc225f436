import type { FormattedExecutionResult } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import { SpeakingError } from '../errors/speaking-error';
import type { InternalIdentity } from '../identity/internal-token';
import type { IdempotentRequest } from './idempotent-request';

export type Answer = (identity: InternalIdentity) => Promise<FormattedExecutionResult>;

/** Answers a write that has a key: the first time by `answer`, later with what was answered then. */
export type AnswerOnce = (
  identity: InternalIdentity & { readonly idempotency: IdempotentRequest },
  answer: Answer,
) => Promise<FormattedExecutionResult>;

/** An answer with errors keeps nothing of what it wrote: its client does not know what it has. */
class NotAnswered extends Error {
  constructor(readonly result: FormattedExecutionResult) {
    super('the answer has errors');
  }
}

// a second request with the key waits here until the first has committed or was taken back
const HOLD_KEY = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/**
 * Makes the writes of one answer, and the answer, one transaction. What wrote nothing is not kept: it may be sent again.
 * @throws SpeakingError IDEMPOTENCY_KEY_REUSED where the actor's key stands for another operation
 */
export function createAnswerOnce(database: Database): AnswerOnce {
  return async (identity, answer) => {
    const { actor, idempotency } = identity;
    try {
      return await database.forAnswer(identity).join(actor, async (tx, transaction) => {
        await tx.query(HOLD_KEY, [JSON.stringify(['answered', actor.subject, idempotency.key])]);
        const earlier = await findAnswer(tx, actor.subject, idempotency);
        if (earlier) return earlier;
        const result = await answer({ ...identity, transaction });
        if (result.errors) throw new NotAnswered(result);
        if (transaction.writes > 0) await keepAnswer(tx, idempotency, result);
        return result;
      });
    } catch (error) {
      if (error instanceof NotAnswered) return { ...error.result, data: null };
      throw error;
    }
  };
}

interface AnsweredRow {
  readonly step: number;
  readonly requestHash: string;
  readonly answer: FormattedExecutionResult;
}

async function findAnswer(tx: EntityManager, subject: string, { key, requestHash, step }: IdempotentRequest) {
  const rows: AnsweredRow[] = await tx.query(
    'select step, request_hash as "requestHash", answer from answered_request where actor = $1 and key = $2',
    [subject, key],
  );
  if (rows.some((row) => row.requestHash !== requestHash)) {
    throw new SpeakingError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key stands for another operation or other variables; give each write a key of its own.',
    );
  }
  return rows.find((row) => row.step === step)?.answer;
}

async function keepAnswer(tx: EntityManager, { key, requestHash, step }: IdempotentRequest, result: object) {
  await tx.query('insert into answered_request (key, step, request_hash, answer) values ($1, $2, $3, $4)', [
    key,
    step,
    requestHash,
    JSON.stringify(result),
  ]);
}
