import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { readExports } from '@tieuchi/schema';
import {
  answerJson,
  answerRefusal,
  dayInVietnam,
  type Logger,
  listen,
  observeExchanges,
  parseJson,
  type Role,
  type RunningServer,
  readBody,
  readinessWithin,
  SpeakingError,
} from '@tieuchi/subgraph-kit';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { asBadRequest, showError } from './answer/shown-error';
import { resolveAsOf } from './as-of/resolve-as-of';
import { createEvidenceRoute } from './evidence/evidence-route';
import { type Ask, createExportRoute } from './export/export-route';
import { createFederation } from './federation';
import { createFormRoute } from './forms/form-route';
import { createGatewayContext, type GatewayContext } from './gateway-context';
import { identify } from './identity/identify';
import type { TokenVerifier } from './identity/token-verifier';
import { createImportRoute } from './imports/import-route';
import { countExpandedSelections, EXPANDED_SELECTIONS_LIMIT } from './limits/expanded-selections';
import { createGatewayMetrics } from './metrics/gateway-metrics';
import { metricsPlugin } from './metrics/metrics-plugin';
import { type MetricsAddress, serveMetrics } from './metrics/metrics-server';
import { createOutlineRoute } from './outlines/outline-route';
import { snapshotPlugin } from './snapshot/snapshot-plugin';
import type { SubgraphAccess } from './subgraph-access/subgraph-access';
import { VERSION } from './version';

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
  /** Where `/metrics` is answered; nowhere unless said. */
  readonly metricsAddress?: MetricsAddress | undefined;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export interface RunningGateway extends RunningServer {
  /** Null where metrics are answered nowhere. */
  readonly metricsUrl: string | null;
  stop(): Promise<void>;
}

/**
 * Loads the supergraph and listens: `/graphql`, `/map/DAY.topojson`, `/imports`, `/forms/*`, `/export/*` and `/evidence/SHA256` for
 * clients, `/healthz` and `/readyz` for whoever runs it.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { subgraphs, logger } = options;
  const identifyRequest = (request: IncomingMessage) => identify(request, options.verifyToken, options.anonymousRole);
  const metrics = createGatewayMetrics();
  const server = new ApolloServer<GatewayContext>({
    gateway: createFederation({ ...options, metrics }),
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: (shown, error) => showError(shown, error, logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      asOfPlugin(options.now ?? (() => new Date())),
      snapshotPlugin,
      metricsPlugin(metrics),
    ],
    stopOnTerminationSignals: false,
  });
  await server.start();
  const { metricsAddress } = options;
  const metricsServer = metricsAddress ? await serveMetrics(metrics.registry, metricsAddress, logger) : null;
  const running = await listen({
    host: options.host,
    port: options.port,
    onUnexpected: (error) => logger.error({ err: error }, 'request failed'),
    onEnded: observeExchanges(metrics.registry, logger),
    routes: {
      '/graphql': (request, response) => answerGraphql(server, options, request, response),
      '/healthz': async (_request, response) => answerJson(response, 200, { alive: true }),
      '/readyz': (_request, response) => answerReadiness(subgraphs, response),
      '/imports': createImportRoute(subgraphs, identifyRequest, logger),
      '/forms/*': createFormRoute(subgraphs, identifyRequest, logger),
      '/export/*': createExportRoute(readExports(), asker(server), identifyRequest, logger),
      '/evidence/*': createEvidenceRoute(subgraphs, identifyRequest, logger),
      '*': createOutlineRoute(subgraphs, logger),
    },
  });
  return {
    ...running,
    metricsUrl: metricsServer?.url ?? null,
    async stop() {
      await running.drain();
      await metricsServer?.drain();
      await server.stop();
    },
  };
}

/** Asks as a client would, without the way over HTTP. */
function asker(server: ApolloServer<GatewayContext>): Ask {
  return async (operation, actor) => {
    const { body } = await server.executeOperation(operation, { contextValue: createGatewayContext(actor) });
    if (body.kind === 'single') return body.singleResult;
    throw new Error('an answer in parts was not asked for');
  };
}

/** The one place where the days of a request are decided, before anything is planned. */
function asOfPlugin(now: () => Date): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          try {
            if (!operation) throw unresolved(request.operationName);
            refuseUnanswerable(schema, document, operation);
            contextValue.asOf = resolveAsOf(schema, operation, request.variables ?? {}, dayInVietnam(now()));
          } catch (error) {
            throw asBadRequest(error);
          }
        },
      };
    },
  };
}

/** @throws SpeakingError before anything is planned */
function refuseUnanswerable(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void {
  if (!schema.getRootType(operation.operation)) {
    throw new SpeakingError('BAD_USER_INPUT', `There are no operations of the kind ${operation.operation} here.`);
  }
  const count = countExpandedSelections(document, operation);
  if (count > EXPANDED_SELECTIONS_LIMIT) {
    throw new SpeakingError(
      'QUERY_TOO_COMPLEX',
      `The operation selects ${count} fields with its fragments written out; ${EXPANDED_SELECTIONS_LIMIT} are the limit. Ask in parts.`,
    );
  }
}

function unresolved(operationName: string | undefined): GraphQLError {
  const message = operationName
    ? `The document holds no operation "${operationName}".`
    : 'The document holds several operations; say operationName.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
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
        body: text === '' ? undefined : parseJson(text),
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

function headerMapOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** 200 only when everything behind the gateway can answer. */
async function answerReadiness(subgraphs: readonly SubgraphAccess[], response: ServerResponse) {
  const entries = await Promise.all(
    subgraphs.map(async (subgraph) => [subgraph.name, await readinessWithin(subgraph)] as const),
  );
  const ready = entries.every(([, readiness]) => readiness.ready);
  answerJson(response, ready ? 200 : 503, { ready, version: VERSION, services: Object.fromEntries(entries) });
}
