import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context';
import { takeSnapshot } from './snapshot';

/** Adds `extensions.snapshot` to each whole answer of a query; what has errors cannot be had again and has none. */
export const snapshotPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ source = '', request, operation, response: { body }, contextValue: { asOf } }) {
        if (body.kind !== 'single' || operation?.operation !== 'query' || asOf === null) return;
        const { data, errors, extensions } = body.singleResult;
        if (!data || errors) return;
        const { operationName = null, variables = {} } = request;
        const snapshot = takeSnapshot({ document: source, operationName, variables, asOf, data });
        body.singleResult.extensions = { ...extensions, snapshot };
      },
    };
  },
};
