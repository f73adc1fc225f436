import {
  createMetricsRoute,
  type Logger,
  listen,
  METRICS_PATH,
  type MetricRegistry,
  type RunningServer,
  traced,
} from '@tieuchi/subgraph-kit';

/** Where whoever runs the gateway reads its metrics: never the address that clients reach. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** @throws StartError when the port is taken */
export function serveMetrics(
  registry: MetricRegistry,
  { host, port }: MetricsAddress,
  logger: Logger,
): Promise<RunningServer> {
  return listen({
    host,
    port,
    onUnexpected: (error, trace) => traced(logger, trace).error({ err: error }, 'metrics were not answered'),
    routes: { [METRICS_PATH]: createMetricsRoute(registry) },
  });
}
