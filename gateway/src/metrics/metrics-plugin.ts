import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../gateway-context';
import type { GatewayMetrics } from './gateway-metrics';

export type OperationOutcome = 'answered' | 'partial' | 'failed' | 'refused';

/** Codes are words of ours and of GraphQL's; whatever else an error names must not become a series of its own. */
const CODE = /^[A-Z][A-Z_]{1,39}$/;

/** Measures operations from their reading to their answer, the exports' among them. */
export function metricsPlugin(metrics: GatewayMetrics): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const began = performance.now();
      return {
        async willSendResponse({ operation, response: { body }, contextValue }) {
          if (body.kind !== 'single' || contextValue.isRehearsal) return;
          const { data, errors = [] } = body.singleResult;
          const outcome = outcomeOf(data, errors);
          metrics.operations.observe((performance.now() - began) / 1_000, {
            kind: operation?.operation ?? 'unknown',
            outcome,
          });
          if (outcome === 'refused') metrics.refusedOperations.add({ code: codeOf(errors[0]) });
          else for (const error of errors) metrics.answerErrors.add({ code: codeOf(error) });
        },
      };
    },
  };
}

/** @param data undefined where nothing was run, null where nothing came of it */
export function outcomeOf(data: unknown, errors: readonly unknown[]): OperationOutcome {
  if (data === undefined) return 'refused';
  if (errors.length === 0) return 'answered';
  return data === null ? 'failed' : 'partial';
}

function codeOf(error: GraphQLFormattedError | undefined): string {
  const code = error?.extensions?.code;
  return typeof code === 'string' && CODE.test(code) ? code : 'OTHER';
}
