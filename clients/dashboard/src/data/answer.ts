import type { Operation } from './operations.generated';

/** Why a part of an answer is missing. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** The service that did not answer; null where it is something else. */
  readonly service: string | null;
}

/** What names an answer, so that it can be had again. */
export interface Snapshot {
  readonly id: string;
  readonly map: string;
  readonly knownOn: string | null;
  readonly provisional: boolean;
  readonly lastClosedDay: string;
  readonly method: { readonly id: string; readonly version: string } | null;
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly faults: readonly Fault[];
  readonly snapshot: Snapshot | null;
}

/** Asks an operation of the manifest, in the browser over HTTP and on the server within the gateway. */
export type Ask = <Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<Answer<Data>>;

interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions?: unknown;
}

/** An answer as GraphQL sends it; the same fault of one service counts once. */
export function readAnswer<Data>({ data, errors = [], extensions }: RawAnswer): Answer<Data> {
  const faults = errors.map(({ message, extensions: said }): Fault => {
    const service = said?.service;
    return {
      code: String(said?.code ?? 'INTERNAL_ERROR'),
      message,
      service: typeof service === 'string' ? service : null,
    };
  });
  const unique = faults.filter(
    (fault, index) => faults.findIndex((one) => one.code === fault.code && one.service === fault.service) === index,
  );
  const { snapshot = null } = (extensions ?? {}) as { snapshot?: Snapshot };
  return { data: (data as Data | undefined) ?? null, faults: unique, snapshot };
}
