import { type Readiness, type SpeakingCode, SpeakingError, signInternalToken, SYSTEM } from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphAccess } from './subgraph-access';

export interface HttpAccessOptions {
  /** Where the service listens, without a path. */
  readonly url: string;
  readonly internalKey: string;
  /** The connection itself ends after this. */
  readonly deadlineMs: number;
}

const SILENT: Readiness = { ready: false, waitingFor: 'the service', versions: {} };

/** A subgraph in another process. What the client sent is left behind: the internal token is all that goes along. */
export function accessOverHttp(name: string, { url, internalKey, deadlineMs }: HttpAccessOptions): SubgraphAccess {
  return {
    name,
    async run(request, identity) {
      const response = await fetch(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await signInternalToken(identity, internalKey)}`,
        },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(deadlineMs),
      });
      // a refusal is about the gateway's own request: its words would mislead the client
      if (response.status !== 200) throw new Error(`${name} answered ${response.status}`);
      return (await response.json()) as FormattedExecutionResult;
    },
    async readiness() {
      try {
        const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(deadlineMs) });
        const readiness = (await response.json()) as Readiness;
        return typeof readiness.ready === 'boolean' ? readiness : SILENT;
      } catch {
        return SILENT;
      }
    },
  };
}
