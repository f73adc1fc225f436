import { type Actor, type Logger, type RequestTrace, SpeakingError, traced } from '@tieuchi/subgraph-kit';
import type { SubgraphAccess } from '../subgraph-access/subgraph-access';

/**
 * What the gateway refuses before it asks a service: the service that would have done it writes it down, in its audit.
 * @param what a name of ours, such as `imports/assessments`
 * @throws SpeakingError what `check` throws, whether or not it could be written down
 */
export async function refuseOnRecord(
  owner: SubgraphAccess,
  { actor, trace }: { readonly actor: Actor; readonly trace: RequestTrace },
  what: string,
  logger: Logger,
  check: () => void,
): Promise<void> {
  try {
    check();
  } catch (error) {
    if (error instanceof SpeakingError && error.extensions.code === 'FORBIDDEN') {
      const refusal = { actor, trace, parameters: { what }, content: new Uint8Array() };
      await owner
        .sendInternal?.('/internal/audit/refusals', refusal)
        .catch((failure: unknown) =>
          traced(logger, trace).error({ err: failure, actor, what }, 'a refusal left no entry in the audit'),
        );
    }
    throw error;
  }
}
