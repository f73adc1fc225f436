import type { ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { readExports, readTrustedOperations } from '@tieuchi/schema';
import {
  answerJson,
  Deadline,
  dayInVietnam,
  isAnonymous,
  type Logger,
  listen,
  observeExchanges,
  type Role,
  type RunningServer,
  readinessWithin,
  SpeakingError,
  StartError,
  traced,
  unauthenticated,
} from '@tieuchi/subgraph-kit';

import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { printAnswer } from './answer/print-answer';
import { asBadRequest, errorTracePlugin, showError } from './answer/shown-error';
import { AnswerCache } from './answer-cache/answer-cache';
import { reusePlugin } from './answer-cache/reuse-plugin';
import { ServiceVersions } from './answer-cache/service-versions';
import { resolveAsOf } from './as-of/resolve-as-of';
import { findAskedIndicators } from './attainment/subgraph/asked-indicators';
import { createAuditRoute } from './audit/audit-route';
import { createDashboardRoutes } from './dashboard/dashboard-routes';
import type { PageAsk } from './dashboard/page-renderer';
import { createEvidenceRoute } from './evidence/evidence-route';
import { type Ask, createExportRoute } from './export/export-route';
import { createFederation, type FederationOptions } from './federation';
import { createFormRoute } from './forms/form-route';
import { type Asker, createGatewayContext, type GatewayContext } from './gateway-context';
import { createGraphiqlRoutes, type GraphiqlFiles } from './graphiql/graphiql-routes';
import { createIdentify } from './identity/identify';
import type { TokenVerifier } from './identity/token-verifier';
import { createImportRoute } from './imports/import-route';
import { GATE_LIMITS, type GateLimits, gated, RequestGate } from './limits/request-gate';
import { createGatewayMetrics } from './metrics/gateway-metrics';
import { metricsPlugin } from './metrics/metrics-plugin';
import { type MetricsAddress, serveMetrics } from './metrics/metrics-server';
import { type Admission, createAdmission, type OperationMode } from './operations/admission';
import { createGraphqlRoute } from './operations/graphql-route';
import { type NamedOperation, rehearseOperations } from './operations/rehearse-operations';
import { hashRequest } from './operations/request-hash';
import { createOutlineRoute } from './outlines/outline-route';
import { snapshotPlugin } from './snapshot/snapshot-plugin';
import type { SubgraphAccess } from './subgraph-access/subgraph-access';
import { VERSION } from './version';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly SubgraphAccess[];
  readonly verifyToken: TokenVerifier;
  /** What a request without a token may do. */
  readonly anonymousRole: Role;
  /** What becomes of operations that no client of ours is known to send. */
  readonly operations: OperationMode;
  /** Whether the schema tells of itself: introspection, and what a misspelt name may have meant. */
  readonly forDevelopers: boolean;
  readonly host: string;
  readonly port: number;
  /** How long one fetch from a subgraph may take; the rest of the answer does not wait longer. */
  readonly subgraphDeadlineMs: number;
  /** How long all fetches of one request may take together; three times that of one unless said. */
  readonly requestDeadlineMs?: number | undefined;
  /** How much memory answers may take that are given again; each is made anew unless said. */
  readonly answerCacheBytes?: number | undefined;
  /** How many requests are let in; `/healthz` and `/readyz` always are. */
  readonly gate?: GateLimits | undefined;
  readonly logger: Logger;
  /** What is planned after the start, so that the first who asks for it does not wait for a plan; nothing unless said. */
  readonly rehearsed?: readonly NamedOperation[] | undefined;
  /** Where the built dashboard lies; no page is served unless said. */
  readonly dashboardDir?: string | undefined;
  /** Where GraphiQL lies, for `/graphiql`; it is not served unless said. */
  readonly graphiql?: GraphiqlFiles | undefined;
  /** Where `/metrics` is answered; nowhere unless said. */
  readonly metricsAddress?: MetricsAddress | undefined;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export interface RunningGateway extends RunningServer {
  /** Null where metrics are answered nowhere. */
  readonly metricsUrl: string | null;
  /** Null where it is not served. */
  readonly graphiqlUrl: string | null;
  /** Resolves when all that is planned after the start has its plan, or was refused one. */
  readonly rehearsal: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Loads the supergraph and listens: `/graphql`, `/graphiql` where it is given, the pages of the dashboard, `/map/DAY.topojson`, `/imports`, `/forms/*`, `/export/*`, `/evidence/SHA256` and `/audit/*` for
 * clients, `/healthz` and `/readyz` for whoever runs it.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { subgraphs, logger } = options;
  const identify = createIdentify(options);
  const terms = { identify, logger };
  const requestDeadlineMs = options.requestDeadlineMs ?? 3 * options.subgraphDeadlineMs;
  const gate = new RequestGate(options.gate ?? GATE_LIMITS);
  const behindGate = gated(gate, logger);
  const now = options.now ?? (() => new Date());
  const versions = new ServiceVersions(subgraphs);
  const cache = new AnswerCache(versions, options.answerCacheBytes ?? 0);
  const admit = createAdmission({ trusted: readTrustedOperations(), mode: options.operations, logger });
  const metrics = createGatewayMetrics();
  const server = new ApolloServer<GatewayContext>({
    gateway: federationOf({ ...options, metrics }),
    logger,
    introspection: options.forDevelopers,
    hideSchemaDetailsFromClientErrors: !options.forDevelopers,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: (shown, error) => showError(shown, error, logger),
    stringifyResult: printAnswer,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      errorTracePlugin,
      asOfPlugin(now),
      snapshotPlugin,
      reusePlugin(versions),
      metricsPlugin(metrics),
    ],
    stopOnTerminationSignals: false,
  });
  await server.start().catch(refuseSupergraph);
  const pages = options.dashboardDir
    ? createDashboardRoutes({
        folder: options.dashboardDir,
        identify,
        askAs: pageAsker(admit, asker(server, requestDeadlineMs)),
        logger,
      })
    : {};
  const consoles = options.graphiql ? createGraphiqlRoutes(options.graphiql) : {};
  const { metricsAddress } = options;
  const metricsServer = metricsAddress ? await serveMetrics(metrics.registry, metricsAddress, logger) : null;
  const running = await listen({
    host: options.host,
    port: options.port,
    onUnexpected: (error, trace) => traced(logger, trace).error({ err: error }, 'request failed'),
    onEnded: observeExchanges(metrics.registry, logger),
    routes: {
      '/graphql': createGraphqlRoute(server, {
        ...{ admit, identify, gate, cache, versions, metrics, requestDeadlineMs, logger, now },
      }),
      '/healthz': async (_request, response) => answerJson(response, 200, { alive: true }),
      '/readyz': (_request, response) => answerReadiness(subgraphs, response),
      '/imports': behindGate(createImportRoute(subgraphs, terms)),
      '/forms/*': behindGate(createFormRoute(subgraphs, terms)),
      '/export/*': behindGate(createExportRoute(readExports(), asker(server, requestDeadlineMs), terms)),
      '/evidence/*': behindGate(createEvidenceRoute(subgraphs, terms)),
      '/audit/*': behindGate(createAuditRoute(subgraphs, terms)),
      '*': behindGate(createOutlineRoute(subgraphs, logger)),
      ...Object.fromEntries(
        Object.entries({ ...pages, ...consoles }).map(([path, route]) => [path, behindGate(route)]),
      ),
    },
  });
  const end = new AbortController();
  const rehearsal = rehearseOperations(server, { operations: options.rehearsed ?? [], logger, signal: end.signal });
  return {
    ...running,
    metricsUrl: metricsServer?.url ?? null,
    graphiqlUrl: options.graphiql ? `${running.url}/graphiql` : null,
    rehearsal,
    async stop() {
      end.abort();
      await running.drain();
      versions.stop();
      await metricsServer?.drain();
      await server.stop();
    },
  };
}

function federationOf(options: FederationOptions) {
  try {
    return createFederation(options);
  } catch (error) {
    return refuseSupergraph(error);
  }
}

/** @throws StartError in one line, whatever the faults of the file are */
function refuseSupergraph(error: unknown): never {
  const [first = ''] = (error as Error).message.split('\n', 1);
  throw new StartError(
    `the supergraph cannot be used (${first.slice(0, 200)})`,
    'take schema/supergraph.graphql of this version again, or make it with npm run schema',
  );
}

/** Asks as a client would, without the way over HTTP. */
function asker(server: ApolloServer<GatewayContext>, deadlineMs: number): Ask {
  return async (operation, asker) => {
    const contextValue = createGatewayContext(asker, Deadline.after(deadlineMs));
    const { body } = await server.executeOperation(operation, { contextValue });
    if (body.kind === 'single') return body.singleResult;
    throw new Error('an answer in parts was not asked for');
  };
}

/** What a page asks is let in by its hash, as what any client asks. */
function pageAsker(admit: Admission, ask: Ask): (asker: Asker) => PageAsk {
  return (asker) => async (hash, variables) => {
    const query = admit({ query: undefined, hash }, asker.trace) as string;
    return ask({ query, variables }, asker);
  };
}

/** The one place where the days of a request are decided, before anything is planned. */
function asOfPlugin(now: () => Date): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, source, contextValue }) {
          if (contextValue.isRehearsal) return;
          try {
            if (!operation) throw unresolved(request.operationName);
            refuseUnknownKind(schema, operation);
            refuseNobody(operation, contextValue);
            contextValue.asOf = resolveAsOf(schema, operation, request.variables ?? {}, dayInVietnam(now()));
            contextValue.indicators = findAskedIndicators(document, operation, request.variables ?? {});
            contextValue.requestHash = hashRequest(source, request);
          } catch (error) {
            throw asBadRequest(error);
          }
        },
      };
    },
  };
}

/** What is written is somebody's. @throws SpeakingError UNAUTHENTICATED */
function refuseNobody({ operation }: OperationDefinitionNode, context: GatewayContext): void {
  if (operation !== 'mutation' || !isAnonymous(context.actor)) return;
  const refusal = unauthenticated();
  context.refusals.push(refusal);
  throw refusal;
}

/** @throws SpeakingError before anything is planned */
function refuseUnknownKind(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  throw new SpeakingError('BAD_USER_INPUT', `There are no operations of the kind ${operation} here.`);
}

function unresolved(operationName: string | undefined): GraphQLError {
  const message = operationName
    ? `The document holds no operation "${operationName}".`
    : 'The document holds several operations; say operationName.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

/** 200 only when everything behind the gateway can answer. */
async function answerReadiness(subgraphs: readonly SubgraphAccess[], response: ServerResponse) {
  const entries = await Promise.all(
    subgraphs.map(async (subgraph) => [subgraph.name, await readinessWithin(subgraph)] as const),
  );
  const ready = entries.every(([, readiness]) => readiness.ready);
  answerJson(response, ready ? 200 : 503, { ready, version: VERSION, services: Object.fromEntries(entries) });
}
