import { type Readiness, signInternalToken } from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphAccess } from './subgraph-access';

export interface HttpAccessOptions {
  /** Where the service listens, without a path. */
  readonly url: string;
  readonly internalKey: string;
  /** The connection itself ends after this. */
  readonly deadlineMs: number;
}

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
      const answer = (await response.json()) as FormattedExecutionResult;
      if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
        throw new Error(`${name} answered ${response.status} with something that is no GraphQL response`);
      }
      if (response.status >= 500) throw new Error(`${name} answered ${response.status}`);
      return answer;
    },
    async readiness() {
      try {
        const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(deadlineMs) });
        return (await response.json()) as Readiness;
      } catch {
        return { ready: false, waitingFor: 'the service', versions: {} };
      }
    },
  };
}
