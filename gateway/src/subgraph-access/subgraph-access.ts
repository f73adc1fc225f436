import type { InternalIdentity, Readiness, SubgraphRequest } from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';

/** How the gateway reaches one subgraph: in this process or over HTTP. */
export interface SubgraphAccess {
  readonly name: string;
  /** @throws when no answer comes; an answer with errors is an answer */
  run(request: SubgraphRequest, identity: InternalIdentity): Promise<FormattedExecutionResult>;
  readiness(): Promise<Readiness>;
}
