import type { ApolloServerPlugin } from '@apollo/server';
import { type Logger, maskError, type RequestTrace, traced } from '@tieuchi/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../gateway-context';

/** What Apollo calls an error that named no code itself: one of its own, or a subgraph's. It may tell of the inside. */
const NAMELESS = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

/** Apollo asks how an error is shown without saying whose it is. */
const traces = new WeakMap<object, RequestTrace | undefined>();

export const errorTracePlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) traces.set(error, contextValue.trace);
      },
    };
  },
};

/** Errors that carry a code of ours, and GraphQL's own about the document, are shown; the rest is masked. */
export function showError(shown: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  if (!NAMELESS.has(shown.extensions?.code)) return shown;
  const { originalError } = error as { originalError?: unknown };
  const masked = maskError(originalError ?? new Error(shown.message), traced(logger, traces.get(error as object)));
  return { ...masked, ...(shown.path && { path: shown.path }) };
}

/** Apollo answers what is thrown before execution with 500, unless the error names its status. */
export function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}
