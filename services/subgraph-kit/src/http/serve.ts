import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { maskError } from '../errors/mask-error';
import { SpeakingError } from '../errors/speaking-error';
import { createExecutor, type SubgraphRequest } from '../graphql-executor';
import { verifyInternalToken, type InternalIdentity } from '../identity/internal-token';
import type { Subgraph } from '../subgraph';
import { readBody } from './http-body';
import { answerJson, listen, type RunningServer } from './http-server';

/** The gateway's plans are long where many units are asked for at once: 63 provinces with their ledgers are 130 kB. */
const BODY_LIMIT_BYTES = 4_000_000;

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly internalKey: string;
  readonly logger: Logger;
}

/**
 * A subgraph as a process of its own: `/graphql` and internal addresses for the gateway alone, `/healthz` (alive) and
 * `/readyz` (can answer now, with its versions) for whoever runs it.
 */
export function serve(subgraph: Subgraph, options: ServeOptions): Promise<RunningServer> {
  const { internalKey, logger } = options;
  const run = createExecutor(subgraph.schema, logger);

  async function graphql(request: IncomingMessage, response: ServerResponse) {
    const contextValue = subgraph.createContext(await identify(request, internalKey));
    const body = JSON.parse(await readBody(request, BODY_LIMIT_BYTES)) as SubgraphRequest;
    answerJson(response, 200, await run(body, contextValue));
  }

  async function internal(request: IncomingMessage, response: ServerResponse) {
    await identify(request, internalKey);
    const answer = await subgraph.internalRoute?.((request.url ?? '/').split('?', 1)[0] as string);
    if (!answer) return answerJson(response, 404, { errors: [{ message: 'There is nothing at this address.' }] });
    response.writeHead(200, { 'content-type': answer.contentType }).end(answer.body);
  }

  return listen({
    host: options.host,
    port: options.port,
    onUnexpected: (error) => logger.error({ err: error }, 'request failed'),
    routes: {
      '/healthz': async (_request, response) => answerJson(response, 200, { alive: true }),
      '/readyz': async (_request, response) => {
        const readiness = await subgraph.readiness();
        answerJson(response, readiness.ready ? 200 : 503, readiness);
      },
      '/graphql': speaking(graphql, logger),
      '*': speaking(internal, logger),
    },
  });
}

function identify(request: IncomingMessage, internalKey: string): Promise<InternalIdentity> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ', 2);
  return verifyInternalToken(scheme === 'Bearer' ? token : undefined, internalKey);
}

/** Failures before execution as GraphQL errors, with the status that belongs to them. */
function speaking(route: (request: IncomingMessage, response: ServerResponse) => Promise<void>, logger: Logger) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    try {
      await route(request, response);
    } catch (error) {
      const shown = maskError(error instanceof SyntaxError ? asBadInput() : error, logger);
      const code = shown.extensions?.code;
      answerJson(response, code === 'UNAUTHENTICATED' ? 401 : code === 'INTERNAL_ERROR' ? 500 : 400, { errors: [shown] });
    }
  };
}

function asBadInput() {
  return new SpeakingError('BAD_USER_INPUT', 'The body is not JSON.');
}
