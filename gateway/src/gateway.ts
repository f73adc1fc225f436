import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import {
  answerJson,
  dayInVietnam,
  listen,
  type Logger,
  maskError,
  readBody,
  type Role,
  type RunningServer,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { resolveAsOf } from './as-of/resolve-as-of';
import { createFederation } from './federation';
import { createGatewayContext, type GatewayContext } from './gateway-context';
import { identify } from './identity/identify';
import type { TokenVerifier } from './identity/token-verifier';
import type { SubgraphAccess } from './subgraph-access/subgraph-access';

const BODY_LIMIT_BYTES = 256_000;

export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly SubgraphAccess[];
  readonly verifyToken: TokenVerifier;
  /** What a request without a token may do. */
  readonly anonymousRole: Role;
  readonly host: string;
  readonly port: number;
  /** How long one fetch from a subgraph may take; the rest of the answer does not wait longer. */
  readonly subgraphDeadlineMs: number;
  readonly logger: Logger;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export interface RunningGateway extends RunningServer {
  stop(): Promise<void>;
}

/** Loads the supergraph and listens: `/graphql` for clients, `/healthz` and `/readyz` for whoever runs it. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { subgraphs, logger } = options;
  const server = new ApolloServer<GatewayContext>({
    gateway: createFederation(options),
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: (shown, error) => hideCause(shown, error, logger),
    plugins: [ApolloServerPluginLandingPageDisabled(), asOfPlugin(options.now ?? (() => new Date()))],
    stopOnTerminationSignals: false,
  });
  await server.start();
  const running = await listen({
    host: options.host,
    port: options.port,
    onUnexpected: (error) => logger.error({ err: error }, 'request failed'),
    routes: {
      '/graphql': (request, response) => answerGraphql(server, options, request, response),
      '/healthz': async (_request, response) => answerJson(response, 200, { alive: true }),
      '/readyz': (_request, response) => answerReadiness(subgraphs, response),
    },
  });
  return {
    ...running,
    async stop() {
      await running.drain();
      await server.stop();
    },
  };
}

/** The one place where the days of a request are decided, before anything is planned. */
function asOfPlugin(now: () => Date): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, operation, request, contextValue }) {
          // without an operation there is nothing to plan: Apollo answers that itself
          if (!operation) return;
          try {
            contextValue.asOf = resolveAsOf(schema, operation, request.variables ?? {}, dayInVietnam(now()));
          } catch (error) {
            throw asBadRequest(error);
          }
        },
      };
    },
  };
}

/** Apollo answers what is thrown before execution with 500, unless the error names its status. */
function asBadRequest(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}

async function answerGraphql(
  server: ApolloServer<GatewayContext>,
  { verifyToken, anonymousRole, logger }: GatewayOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  try {
    const actor = await identify(request, verifyToken, anonymousRole);
    const text = await readBody(request, BODY_LIMIT_BYTES);
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headerMapOf(request),
        search: new URL(request.url ?? '/', 'http://gateway').search,
        body: text === '' ? undefined : JSON.parse(text),
      },
      context: async () => createGatewayContext(actor),
    });
    response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
    if (answer.body.kind === 'complete') response.end(answer.body.string);
    else throw new Error('an answer in parts was not asked for');
  } catch (error) {
    answerRefusal(response, error, logger);
  }
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, BODY_TOO_LARGE: 413, INTERNAL_ERROR: 500 };

/** What is refused before GraphQL begins: identity and body. */
function answerRefusal(response: ServerResponse, error: unknown, logger: Logger) {
  const cause = error instanceof SyntaxError ? new SpeakingError('BAD_USER_INPUT', 'The body is not JSON.') : error;
  const shown = maskError(cause, logger);
  const status = STATUS[String(shown.extensions?.code)] ?? 400;
  if (status === 413) response.setHeader('connection', 'close');
  answerJson(response, status, { errors: [shown] });
}

function headerMapOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** Errors that carry a code of ours, and GraphQL's own about the document, are shown; the rest is masked. */
function hideCause(shown: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const code = shown.extensions?.code;
  if (code === 'INTERNAL_SERVER_ERROR') return maskError((error as { originalError?: unknown }).originalError ?? new Error(shown.message), logger);
  return shown;
}

/** 200 only when everything behind the gateway can answer. */
async function answerReadiness(subgraphs: readonly SubgraphAccess[], response: ServerResponse) {
  const entries = await Promise.all(subgraphs.map(async (subgraph) => [subgraph.name, await subgraph.readiness()] as const));
  const ready = entries.every(([, readiness]) => readiness.ready);
  answerJson(response, ready ? 200 : 503, { ready, services: Object.fromEntries(entries) });
}
