import type { GraphQLSchema } from 'graphql';
import type { InternalIdentity } from './identity/internal-token';

/** Answers an internal address beside GraphQL, such as the register. */
export type InternalRoute = (path: string) => Promise<InternalAnswer | null>;

export interface InternalAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** A service as its host sees it: a schema, the context of a request, and a life. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  createContext(identity: InternalIdentity): object;
  /** Whether it can answer now, and the versions it answers with. Never throws. */
  readiness(): Promise<Readiness>;
  readonly internalRoute?: InternalRoute;
  close(): Promise<void>;
}

export interface Readiness {
  readonly ready: boolean;
  /** What it waits for, in words without addresses; null when ready. */
  readonly waitingFor: string | null;
  /** For example `{ register: "…" }`. */
  readonly versions: Readonly<Record<string, string>>;
}
