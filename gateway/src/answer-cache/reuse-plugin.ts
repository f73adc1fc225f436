import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context';
import type { ServiceVersions } from './service-versions';

/**
 * Notes which answers are whole, and tells clients what theirs rests on: `extensions.dataVersions`. Who sends them back
 * gets nothing older, whichever gateway is asked.
 */
export function reusePlugin(versions: ServiceVersions): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response: { body }, contextValue: { reuse } }) {
          if (body.kind !== 'single' || !body.singleResult.data) return;
          const { errors, extensions } = body.singleResult;
          reuse.isWhole = operation?.operation === 'query' && !errors;
          const dataVersions = versions.told(reuse.services);
          body.singleResult.extensions = { ...extensions, dataVersions };
        },
      };
    },
  };
}
