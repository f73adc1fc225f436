import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface NamedSubgraph {
  readonly name: string;
  readonly sdl: string;
}

/**
 * Composes the supergraph. Addresses are the gateway's configuration, so none stands in it.
 * @throws Error that lists *all* composition errors, one a line
 */
export function compose(subgraphs: readonly NamedSubgraph[]): string {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl) })),
  );
  if (result.supergraphSdl !== undefined) return `${result.supergraphSdl.trim()}\n`;
  const faults = result.errors.map((error) => `  ${error.message.replaceAll('\n', '\n  ')}`);
  throw new Error(`the subgraphs do not compose (${faults.length}):\n${faults.join('\n')}`);
}
