import type { GraphQLSchema } from 'graphql';
import type { Actor } from './identity/actor';
import type { InternalIdentity } from './identity/internal-token';

/** Answers an internal address beside GraphQL, such as the register; with an upload, takes what was sent there. */
export type InternalRoute = (path: string, upload?: Upload) => Promise<InternalAnswer | null>;

/** Bytes that do not go through GraphQL. */
export interface Upload {
  readonly actor: Actor;
  readonly parameters: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
}

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
