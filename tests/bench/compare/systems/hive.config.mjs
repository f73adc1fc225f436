// Hive Gateway with the Rust planner; what DEDUPLICATION says, and the token that our services ask for.
import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const deduplicates = process.env.DEDUPLICATION === 'on';

export const gatewayConfig = defineConfig({
  unifiedGraphHandler,
  supergraph: process.env.SUPERGRAPH,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: deduplicates } } },
  inboundInflightRequestDeduplication: deduplicates,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
});
