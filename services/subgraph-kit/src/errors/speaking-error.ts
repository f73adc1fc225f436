import { GraphQLError } from 'graphql';

/**
 * Codes that a client can act on. Everything else is masked as INTERNAL_ERROR with a correlation id.
 * One list for all services, so that a code means one thing everywhere.
 */
export type SpeakingCode =
  | 'AS_OF_INVALID'
  | 'AS_OF_MISSING'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'DEMONSTRATION_REFUSED'
  | 'FORBIDDEN'
  | 'INDICATOR_NOT_COUNTED'
  | 'INDICATOR_NOT_FOUND'
  | 'INTERNAL_ERROR'
  | 'KNOWN_ON_IN_FUTURE'
  | 'MAP_NOT_LOADED'
  | 'NOT_RESTATABLE'
  | 'PAGE_TOO_LARGE'
  | 'QUERY_TOO_COMPLEX'
  | 'RULE_NOT_FOUND'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'UNAUTHENTICATED'
  | 'UNIT_NOT_FOUND'
  | 'YEAR_NOT_FOUND';

/** An expected failure: the message says what is wrong, where, and what to do; the code is for programs. */
export class SpeakingError extends GraphQLError {
  constructor(code: SpeakingCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}
