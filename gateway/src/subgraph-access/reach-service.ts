import { type Logger, SpeakingError } from '@tieuchi/subgraph-kit';

/**
 * Asks a service for something that is not GraphQL; why it does not answer is noted and not told.
 * @param consequence what its silence means for the client, for example `nothing was stored`
 * @throws SpeakingError what the service refuses, or SUBGRAPH_UNAVAILABLE
 */
export async function reachService<T>(
  name: string,
  consequence: string,
  logger: Logger,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SpeakingError) throw error;
    logger.error({ err: error, subgraph: name }, 'subgraph did not answer');
    throw new SpeakingError('SUBGRAPH_UNAVAILABLE', `${name} does not answer; ${consequence}, try again later.`, {
      service: name,
    });
  }
}
