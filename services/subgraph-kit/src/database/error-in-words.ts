import { SpeakingError } from '../errors/speaking-error';
import type { Actor } from '../identity/actor';

/** The server is not there, is about to go, is not there yet, or takes no more connections. */
const UNAVAILABLE = /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08|57P0|53300)/;
/** pg says these without a code. */
const CONNECTION_LOST =
  /connection terminated|connection error|timeout exceeded when trying to connect|query read timeout/i;

/** What the client's own question caused, said to the client; everything else stays as the driver says it. */
export function inWords(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '57014') return tooLate();
  if (UNAVAILABLE.test(code ?? '') || (code === undefined && CONNECTION_LOST.test(message))) {
    return new SpeakingError(
      'DATABASE_UNAVAILABLE',
      'The database does not answer now; ask again in a moment. What was not answered may have been written all the same: look, or send it again with its Idempotency-Key.',
    );
  }
  if (code === '22021') {
    return new SpeakingError('BAD_USER_INPUT', 'A text holds a character that no name or code has (NUL).');
  }
  if (code === '55P03') {
    return new SpeakingError('DAY_NOT_CLOSED', 'A long write of that day still goes on; ask again in a moment.');
  }
  return error;
}

/** A statement, or what came before it, took all the time there was. */
export function tooLate(): SpeakingError {
  return new SpeakingError('QUERY_TOO_COMPLEX', 'This part took too long to count; ask for fewer units at once.');
}

/** The same of a write. What row-level security refuses is the actor's to know; a right that our own role lacks is our fault. */
export function writeInWords(error: unknown, { role, scope }: Actor): unknown {
  const { code, routine = '' } = error as { code?: string; routine?: string };
  if (code !== '42501' || routine.startsWith('aclcheck_error')) return inWords(error);
  return new SpeakingError(
    'FORBIDDEN',
    `${role} of ${scope} may not record this: it is for another role, or for a unit outside of ${scope}.`,
  );
}
