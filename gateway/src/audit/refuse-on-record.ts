import { type Logger, SpeakingError } from '@tieuchi/subgraph-kit';
import type { Asker } from '../gateway-context';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

/**
 * What the gateway refuses before it asks a service: the service that would have done it writes it down, in its audit.
 * @param what a name of ours, such as `imports/assessments`
 * @throws SpeakingError what `check` throws, whether or not it could be written down
 */
export async function refuseOnRecord(
  owner: SubgraphAccess,
  asker: Asker,
  what: string,
  log: Logger,
  check: () => void,
): Promise<void> {
  try {
    check();
  } catch (error) {
    if (error instanceof SpeakingError && error.extensions.code === 'FORBIDDEN') {
      const refusal = { ...asker, parameters: { what }, content: new Uint8Array() };
      await owner
        .sendInternal?.('/internal/audit/refusals', refusal)
        .catch((failure: unknown) =>
          log.error({ err: failure, actor: asker.actor, what }, 'a refusal left no entry in the audit'),
        );
    }
    throw error;
  }
}
