import type {
  InternalAnswer,
  InternalIdentity,
  Readiness,
  Reading,
  SubgraphRequest,
  Upload,
  VersionListener,
} from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';

/** How the gateway reaches one subgraph: in this process or over HTTP. */
export interface SubgraphAccess {
  readonly name: string;
  /** @throws when no answer comes; an answer with errors is an answer */
  run(request: SubgraphRequest, identity: InternalIdentity): Promise<FormattedExecutionResult>;
  readiness(): Promise<Readiness>;
  /**
   * Tells the version of its data, now and each time it changes, at the latest before a write is acknowledged to whom it
   * came from; null while it cannot be told. Without it the answers never change. @returns what ends it
   */
  readonly watchVersion?: ((listener: VersionListener) => () => void) | undefined;
  /**
   * What the subgraph has at an internal address; null where nothing is. Without `reading` the system itself reads all.
   * @throws SpeakingError what the subgraph refuses; any other error when no answer comes
   */
  fetchInternal?(path: string, reading?: Reading): Promise<InternalAnswer | null>;
  /** The same with bytes that a client sent; the subgraph learns who sent them. */
  sendInternal?(path: string, upload: Upload): Promise<InternalAnswer | null>;
}
