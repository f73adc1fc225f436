import { listen } from '@tieuchi/subgraph-kit';

/**
 * Says that a port is taken before anything is prepared, not ten seconds later.
 * @throws StartError
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = await listen({ host, port, routes: {}, onUnexpected: () => {} });
  await probe.drain();
}
