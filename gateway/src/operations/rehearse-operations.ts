import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@tieuchi/subgraph-kit';
import { createRehearsalContext, type GatewayContext } from '../gateway-context';

/** An operation of the manifest: where it stands under `clients/`, and its text. */
export interface NamedOperation {
  readonly file: string;
  readonly document: string;
}

export interface Rehearsal {
  readonly operations: readonly NamedOperation[];
  readonly logger: Logger;
  /** Aborted when the gateway ends. */
  readonly signal: AbortSignal;
}

/**
 * Reads, validates and plans operations before somebody asks for them; nothing is fetched. One after the other, so that
 * whoever asks meanwhile waits for one plan at most. One that is refused is named in the log: the client that sends it
 * will be refused as well, and the others go on. Never rejects.
 */
export async function rehearseOperations(
  server: ApolloServer<GatewayContext>,
  { operations, logger, signal }: Rehearsal,
): Promise<void> {
  for (const { file, document } of operations) {
    await nextTurn();
    if (signal.aborted) return;
    const codes = await rehearse(server, document).catch((error: unknown) => [(error as Error).message]);
    if (codes.length > 0) logger.error({ operation: file, codes }, 'a trusted operation cannot be planned');
  }
}

/** @returns the codes of what it is refused for; none: it has its plan */
async function rehearse(server: ApolloServer<GatewayContext>, query: string): Promise<readonly unknown[]> {
  const { body } = await server.executeOperation({ query }, { contextValue: createRehearsalContext() });
  const { errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
  return errors.map(({ extensions }) => extensions?.code);
}
