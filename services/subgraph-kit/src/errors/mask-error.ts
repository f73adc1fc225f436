import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/**
 * Lets errors that were meant for the client pass and masks the rest: the log keeps the cause under a correlation id,
 * the client gets the id alone – no SQL, stack, path of a file or internal address.
 */
export function maskError(error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { message, locations, path, extensions } = error instanceof GraphQLError ? error : new GraphQLError('');
  // GraphQL's own errors (syntax, validation, coercion) are about the document and safe to show
  if (cause instanceof GraphQLError) {
    const { stacktrace: _, ...shown } = extensions;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: shown };
  }
  const correlationId = randomUUID();
  logger.error({ err: cause, correlationId, path }, 'unexpected error');
  return {
    message: `Something went wrong here; it is noted under ${correlationId}.`,
    ...(path && { path }),
    extensions: { code: 'INTERNAL_ERROR', correlationId },
  };
}
