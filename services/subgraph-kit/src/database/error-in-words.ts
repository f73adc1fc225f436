import { SpeakingError } from '../errors/speaking-error';
import type { Actor } from '../identity/actor';

/** What the client's own question caused, said to the client; everything else stays as the driver says it. */
export function inWords(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === '57014') {
    return new SpeakingError('QUERY_TOO_COMPLEX', 'This part took too long to count; ask for fewer units at once.');
  }
  if (code === '22021') {
    return new SpeakingError('BAD_USER_INPUT', 'A text holds a character that no name or code has (NUL).');
  }
  if (code === '55P03') {
    return new SpeakingError('DAY_NOT_CLOSED', 'A long write of that day still goes on; ask again in a moment.');
  }
  return error;
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
