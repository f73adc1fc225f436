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
  | 'CRITERIA_NOT_MET'
  | 'DATABASE_UNAVAILABLE'
  | 'DAY_NOT_CLOSED'
  | 'DEMONSTRATION_REFUSED'
  | 'DOCUMENT_NOT_FOUND'
  | 'EVIDENCE_MISMATCH'
  | 'EVIDENCE_NOT_FOUND'
  | 'EVIDENCE_REQUIRED'
  | 'EVIDENCE_TYPE_REFUSED'
  | 'EXPORT_NOT_FOUND'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INDICATOR_NOT_COUNTED'
  | 'INDICATOR_NOT_FOUND'
  | 'INTERNAL_ERROR'
  | 'ITEM_NOT_FOUND'
  | 'KNOWN_ON_IN_FUTURE'
  | 'MAP_NOT_LOADED'
  | 'NAME_OF_ANOTHER_UNIT'
  | 'NOT_IN_POPULATION'
  | 'METHOD_NOT_FOUND'
  | 'NOT_RESTATABLE'
  | 'OPERATION_HASH_MISMATCH'
  | 'OPERATION_NOT_TRUSTED'
  | 'OVERLOADED'
  | 'OWN_SUBMISSION'
  | 'PAGE_TOO_LARGE'
  | 'POPULATION_NOT_FOUND'
  | 'PROGRAMME_NOT_FOUND'
  | 'QUERY_TOO_COMPLEX'
  | 'QUERY_TOO_DEEP'
  | 'REASON_REQUIRED'
  | 'RULE_NOT_CHECKABLE'
  | 'RULE_NOT_FOUND'
  | 'SHUTTING_DOWN'
  | 'STALE_VERSION'
  | 'STATEMENT_REQUIRED'
  | 'STATEMENT_NOT_FOUND'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'TARGET_NOT_FOUND'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_PATHS'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_TOKENS'
  | 'UNAUTHENTICATED'
  | 'UNIT_NOT_FOUND'
  | 'VERDICT_CONTRADICTS_VALUE'
  | 'WINDOW_NOT_OPEN'
  | 'WRONG_STATE'
  | 'YEAR_NOT_FOUND';

/** An expected failure: the message says what is wrong, where, and what to do; the code is for programs. */
export class SpeakingError extends GraphQLError {
  constructor(code: SpeakingCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}
