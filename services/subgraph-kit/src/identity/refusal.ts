import { SpeakingError } from '../errors/speaking-error';
import { type Actor, isAnonymous } from './actor';

/** The one answer to a wrong, expired or – where one is needed – missing identity of a client. */
export function unauthenticated(): SpeakingError {
  return new SpeakingError('UNAUTHENTICATED', 'A valid token is needed here.');
}

/**
 * Why somebody may not do something. Whoever sends no token hears what a wrong one would: that a token is needed.
 * @param message names the roles that may
 */
export function forbidden(actor: Actor, message: string): SpeakingError {
  return isAnonymous(actor) ? unauthenticated() : new SpeakingError('FORBIDDEN', message);
}
