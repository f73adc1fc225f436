import { SpeakingError } from './speaking-error';

/** NUL, and halves of characters that stand alone. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Refuses texts that PostgreSQL cannot keep: with a NUL, or half of a character.
 * @param input what a client sent; names lead to the place
 * @throws SpeakingError BAD_USER_INPUT with the place
 */
export function refuseUnstorableText(input: unknown, path: readonly string[] = []): void {
  if (typeof input === 'string') {
    if (!UNSTORABLE.test(input)) return;
    throw new SpeakingError('BAD_USER_INPUT', 'The text holds a character that cannot be kept (NUL, or half of one).', {
      path: path.join('.'),
    });
  }
  if (typeof input !== 'object' || input === null) return;
  for (const [name, part] of Object.entries(input)) refuseUnstorableText(part, [...path, name]);
}
