import type { GraphQLSchema } from 'graphql';
import type { Act } from './audit/record-act';
import type { DataVersion } from './data-version/data-version';
import type { RequestTrace } from './http/request-trace';
import type { AnswerOnce } from './idempotency/answer-once';
import type { Actor } from './identity/actor';
import type { InternalIdentity } from './identity/internal-token';
import type { Gauge } from './metrics/metric-registry';

/** Answers an internal address beside GraphQL, such as the register; with an upload, takes what was sent there. */
export type InternalRoute = (path: string, upload?: Upload, reading?: Reading) => Promise<InternalAnswer | null>;

/** Who reads an internal address; without one it is the system itself, and reads all. */
export interface Reading {
  readonly actor: Actor;
  /** HEAD: the headers are enough. */
  readonly headOnly: boolean;
  /** The request that it is read for. */
  readonly trace?: RequestTrace | undefined;
}

/** Bytes that do not go through GraphQL. */
export interface Upload {
  readonly actor: Actor;
  readonly parameters: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
  /** The request that it came with. */
  readonly trace?: RequestTrace | undefined;
}

/** The same in this process and over HTTP: text and JSON come as a string, everything else as bytes. */
export interface InternalAnswer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** 200 unless said; what fails is thrown, not answered. */
  readonly status?: number;
  /** What belongs to the answer beside its type, in lower case; none unless said. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service as its host sees it: a schema, the context of a request, and a life. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  createContext(identity: InternalIdentity): { readonly actor: Actor };
  /** Whether it can answer now, and the versions it answers with. Never throws. */
  readiness(): Promise<Readiness>;
  readonly internalRoute?: InternalRoute;
  /** Leaves an entry in its audit, for what was refused; one that keeps no rows has none. */
  readonly recordAct?: (actor: Actor, act: Act) => Promise<void>;
  /** What its host shows of it at `/metrics`. */
  readonly gauges?: readonly Gauge[];
  /** Of all that it answers from; one that keeps no rows answers the same for ever. */
  readonly dataVersion?: DataVersion;
  /** Where something is written by GraphQL. */
  readonly answerOnce?: AnswerOnce;
  close(): Promise<void>;
}

export interface Readiness {
  readonly ready: boolean;
  /** What it waits for, in words without addresses; null when ready. */
  readonly waitingFor: string | null;
  /** For example `{ register: "…" }`. */
  readonly versions: Readonly<Record<string, string>>;
}
