import { SpeakingError } from './speaking-error';

/** NUL, and halves of characters that stand alone. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Refuses texts that PostgreSQL cannot keep: with a NUL, or half of a character.
 * @param input what a client sent; names lead to the place
 * @throws SpeakingError BAD_USER_INPUT with the place
 */
export function refuseUnstorableText(input: unknown): void {
  const place = findUnstorable(input);
  if (place === null) return;
  throw new SpeakingError('BAD_USER_INPUT', 'The text holds a character that cannot be kept (NUL, or half of one).', {
    path: place.join('.'),
  });
}

/** The names that lead to the first such text; null where there is none. */
function findUnstorable(input: unknown): string[] | null {
  if (typeof input === 'string') return UNSTORABLE.test(input) ? [] : null;
  if (typeof input !== 'object' || input === null) return null;
  for (const [name, part] of Object.entries(input)) {
    const place = findUnstorable(part);
    if (place !== null) return [name, ...place];
  }
  return null;
}
