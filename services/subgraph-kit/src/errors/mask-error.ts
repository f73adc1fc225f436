import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** One failed statement fails a field of many units: it is noted once, and all of them name the same id, the request's. */
const correlationIds = new WeakMap<object, string>();

/**
 * Lets errors that were meant for the client pass and masks the rest: the log keeps the cause under a correlation id,
 * the client gets the id alone – no SQL, stack, path of a file or internal address.
 * @param logger of the request, whose id it is then: see `traced`
 */
export function maskError(error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { message, locations, path, extensions } = error instanceof GraphQLError ? error : new GraphQLError('');
  // GraphQL's own errors (syntax, validation, coercion) are about the document and safe to show
  if (cause instanceof GraphQLError) {
    const { stacktrace: _, ...shown } = extensions;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: shown };
  }
  const correlationId = note(cause, path, logger);
  return {
    message: `Something went wrong here; it is noted under ${correlationId}.`,
    ...(path && { path }),
    extensions: { code: 'INTERNAL_ERROR', correlationId },
  };
}

function note(cause: unknown, path: GraphQLError['path'], logger: Logger): string {
  const key = typeof cause === 'object' && cause !== null ? cause : {};
  const noted = correlationIds.get(key);
  if (noted !== undefined) return noted;
  const { correlationId } = logger.bindings();
  if (typeof correlationId !== 'string') return note(cause, path, logger.child({ correlationId: randomUUID() }));
  correlationIds.set(key, correlationId);
  logger.error({ err: cause, path }, 'unexpected error');
  return correlationId;
}
