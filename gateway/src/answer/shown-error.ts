import { type Logger, maskError } from '@tieuchi/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What Apollo calls an error that named no code itself: one of its own, or a subgraph's. It may tell of the inside. */
const NAMELESS = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

/** Errors that carry a code of ours, and GraphQL's own about the document, are shown; the rest is masked. */
export function showError(shown: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  if (!NAMELESS.has(shown.extensions?.code)) return shown;
  const { originalError } = error as { originalError?: unknown };
  const masked = maskError(originalError ?? new Error(shown.message), logger);
  return { ...masked, ...(shown.path && { path: shown.path }) };
}

/** Apollo answers what is thrown before execution with 500, unless the error names its status. */
export function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}
