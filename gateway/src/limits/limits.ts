import { type SpeakingCode, SpeakingError } from '@tieuchi/subgraph-kit';
import type { DocumentSize } from './document-size';

interface Limit {
  readonly most: number;
  readonly code: SpeakingCode;
  /** What there is too much of, in the words of the refusal. */
  readonly what: string;
}

/** Names, numbers and marks of a document: reading more is work that nobody asked for in earnest. */
export const MOST_TOKENS = 4_000;

/**
 * What a document may hold that is not trusted. Selections: 550 plan in 60–75 ms, 2,000 in 300; a fragment that doubles
 * twenty times froze the planner for a minute. The others are far above what our own clients send.
 */
export const LIMITS: Readonly<Record<keyof DocumentSize, Limit>> = {
  selections: { most: 500, code: 'QUERY_TOO_COMPLEX', what: 'fields, with its fragments written out' },
  depth: { most: 20, code: 'QUERY_TOO_DEEP', what: 'fields inside one another' },
  aliases: { most: 100, code: 'TOO_MANY_ALIASES', what: 'aliases' },
  rootFields: { most: 30, code: 'TOO_MANY_ROOT_FIELDS', what: 'fields at its top' },
  directives: { most: 50, code: 'TOO_MANY_DIRECTIVES', what: 'directives' },
};

/** @throws SpeakingError with the code of the first limit that is passed */
export function refuseOversize(size: DocumentSize): void {
  for (const [name, { most, code, what }] of Object.entries(LIMITS)) {
    const count = size[name as keyof DocumentSize];
    if (count <= most) continue;
    throw new SpeakingError(code, `The operation has ${count} ${what}; ${most} are the limit. Ask in parts.`, {
      count,
      limit: most,
    });
  }
}
