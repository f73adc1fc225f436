import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../gateway-context';
import type { GatewayMetrics } from './gateway-metrics';

/** Measures what goes through a data source. One that gives neither data nor errors got no answer. */
export function measureFetches(
  source: GraphQLDataSource<GatewayContext>,
  subgraph: string,
  { fetches }: GatewayMetrics,
): GraphQLDataSource<GatewayContext> {
  return {
    async process(fetch) {
      const began = performance.now();
      let outcome = 'failed';
      try {
        const answer = await source.process(fetch);
        if (answer.data != null || answer.errors?.length) outcome = 'answered';
        return answer;
      } finally {
        fetches.observe((performance.now() - began) / 1_000, { subgraph, outcome });
      }
    },
  };
}
