import {
  createTokenSigner,
  DEADLINE_HEADER,
  Deadline,
  type InternalAnswer,
  REQUEST_ID_HEADER,
  type Readiness,
  type Reading,
  type SpeakingCode,
  SpeakingError,
  SYSTEM,
  traceHeaders,
  VERSION_HEADER,
  VERSIONS_PATH,
} from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import { ServiceConnection } from './service-connection';
import type { SubgraphAccess } from './subgraph-access';
import { RemoteVersion } from './version-stream';

export interface HttpAccessOptions {
  /** Where the service listens, without a path. */
  readonly url: string;
  readonly internalKey: string;
  /** The connection itself ends after this. */
  readonly deadlineMs: number;
}

/** Building all maps anew takes longer than a question. */
const UPLOAD_DEADLINE_MS = 150_000;

const SILENT: Readiness = { ready: false, waitingFor: 'the service', versions: {} };

/** A subgraph in another process. What the client sent is left behind: the internal token is all that goes along. */
export function accessOverHttp(name: string, { url, internalKey, deadlineMs }: HttpAccessOptions): SubgraphAccess {
  const connection = new ServiceConnection(name, url);
  const sign = createTokenSigner(internalKey);
  const version = new RemoteVersion(async (signal) => {
    const token = await sign({ actor: SYSTEM, asOf: null });
    const response = await fetch(new URL(VERSIONS_PATH, url), {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    if (response.ok && response.body) return response.body;
    throw new Error(`${name} answered ${response.status}`);
  });

  async function askInternal(
    path: string,
    { actor, trace }: Omit<Reading, 'headOnly'>,
    init: RequestInit,
  ): Promise<InternalAnswer | null> {
    const token = await sign({ actor, asOf: null });
    const response = await fetch(new URL(path, url), {
      ...init,
      headers: { ...traceHeaders(trace), authorization: `Bearer ${token}` },
    });
    version.heard(response.headers.get(VERSION_HEADER));
    if (response.ok) return readInternalAnswer(response);
    const body = await response.text();
    if (response.status === 404) return null;
    throw response.status === 400 || response.status === 403
      ? refusalOf(body)
      : new Error(`${name} answered ${response.status}`);
  }

  return {
    name,
    async run(request, identity) {
      const deadline = identity.deadline ?? Deadline.after(deadlineMs);
      const headers = {
        ...traceHeaders(identity.trace),
        'content-type': 'application/json',
        authorization: `Bearer ${await sign(identity)}`,
        [DEADLINE_HEADER]: String(deadline.leftMs()),
      };
      const answer = await connection.post('/graphql', headers, JSON.stringify(request), deadline);
      version.heard(answer.header(VERSION_HEADER));
      // a refusal is about the gateway's own request: its words would mislead the client
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
      return JSON.parse(answer.text) as FormattedExecutionResult;
    },
    watchVersion: (listener) => version.watch(listener),
    async readiness() {
      try {
        const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(deadlineMs) });
        const readiness = (await response.json()) as Readiness;
        return typeof readiness.ready === 'boolean' ? readiness : SILENT;
      } catch {
        return SILENT;
      }
    },
    fetchInternal(path, reading = { actor: SYSTEM, headOnly: false }) {
      const signal = AbortSignal.timeout(deadlineMs);
      return askInternal(path, reading, { method: reading.headOnly ? 'HEAD' : 'GET', signal });
    },
    sendInternal(path, upload) {
      const asked = `${path}?${new URLSearchParams(upload.parameters)}`;
      const signal = AbortSignal.timeout(UPLOAD_DEADLINE_MS);
      return askInternal(asked, upload, { method: 'POST', body: Buffer.from(upload.content), signal });
    },
  };
}

const TEXT = /^(text\/|application\/json)/;
/** What HTTP itself adds to an answer. */
const TRANSPORT_HEADERS = new Set([
  'connection',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
  REQUEST_ID_HEADER,
  VERSION_HEADER,
]);

/** The answer as the subgraph's route made it: what it left out is left out here, too. */
async function readInternalAnswer(response: Response): Promise<InternalAnswer> {
  const contentType = response.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  // a byte order mark is a part of the file: spreadsheets tell UTF-8 by it
  const body = TEXT.test(contentType) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : bytes;
  const headers = [...response.headers].filter(([header]) => !TRANSPORT_HEADERS.has(header));
  return {
    contentType,
    body,
    ...(response.status !== 200 && { status: response.status }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}

/** What the subgraph refuses, in its own words. */
function refusalOf(body: string): SpeakingError {
  const { errors } = JSON.parse(body) as { errors: [{ message: string; extensions: Record<string, unknown> }] };
  const [{ message, extensions }] = errors;
  return new SpeakingError(extensions.code as SpeakingCode, message, extensions);
}
