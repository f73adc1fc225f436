import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../start-error';
import { currentTracing } from '../tracing/tracing';
import { type Exchange, watchExchange } from './exchange';
import { REQUEST_ID_HEADER, type RequestTrace, TracedRequest } from './request-trace';

export type HttpRoute = (request: TracedRequest, response: ServerResponse<TracedRequest>) => Promise<void>;

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Lets running requests end (at most `graceMs`), takes no new ones, then closes. */
  drain(graceMs?: number): Promise<void>;
}

const REQUEST_WITHIN_MS = 60_000;

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** By path; `/folder/*` takes what is under it, `*` what no other has. */
  readonly routes: Readonly<Record<string, HttpRoute>>;
  readonly onUnexpected: (error: unknown, trace: RequestTrace) => void;
  /** Told of each request at its end. */
  readonly onEnded?: (exchange: Exchange) => void;
}

/** @throws StartError when the port is taken or may not be used */
export async function listen({ host, port, routes, onUnexpected, onEnded }: ListenOptions): Promise<RunningServer> {
  const server = createServer({ IncomingMessage: TracedRequest }, (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    const address = [path, folderOf(path), '*'].find((each) => Object.hasOwn(routes, each)) ?? 'none';
    // what was asked before the end is answered; a request that comes later over a connection of before is sent elsewhere
    const route = server.listening ? (routes[address] ?? notFound) : shuttingDown;
    const span = currentTracing()?.beginExchange({ address, request, response });
    if (span) request.trace = span.trace;
    response.setHeader(REQUEST_ID_HEADER, request.trace.correlationId);
    if (onEnded) watchExchange(address, response, onEnded);
    // a draining server waits for its connections, and the client of a finished request would keep its own alive
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    const answerUnexpected = (error: unknown) => {
      onUnexpected(error, request.trace);
      const extensions = { code: 'INTERNAL_ERROR', correlationId: request.trace.correlationId };
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { errors: [{ message: 'Something went wrong here.', extensions }] });
    };
    const answer = () => route(request, response).catch(answerUnexpected);
    if (span) span.run(answer);
    else answer();
  });
  // a body that trickles in must not hold its connection for Node's five minutes
  server.requestTimeout = REQUEST_WITHIN_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return { port: bound, url: `http://${host}:${bound}`, drain: (graceMs = 5_000) => drain(server, graceMs) };
}

/** `/folder/*` for what is under a folder, `*` for what is not. */
function folderOf(path: string): string {
  return `${path.slice(0, path.indexOf('/', 1) + 1)}*`;
}

async function notFound(_request: TracedRequest, response: ServerResponse) {
  answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
}

async function shuttingDown(_request: TracedRequest, response: ServerResponse) {
  response.setHeader('connection', 'close').setHeader('retry-after', '1');
  const message = 'This server is about to end; ask again.';
  answerJson(response, 503, { errors: [{ message, extensions: { code: 'SHUTTING_DOWN' } }] });
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** Aborted when whoever asked goes away before the answer is theirs. */
export function untilGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function drain(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(`port ${port} is in use`, 'end what uses it, or set PORT to another number');
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new StartError(
      `cannot listen on ${host}:${port} (${error.code})`,
      'set HOST and PORT to an address of this machine',
    );
  }
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartError(`the host ${host} cannot be resolved`, 'set HOST to an address of this machine');
  }
  return error;
}
