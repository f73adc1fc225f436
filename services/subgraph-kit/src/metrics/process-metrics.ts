import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import type { MetricRegistry } from './metric-registry';

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;

/** What every process tells of itself; the names are those that prom-client made common, so that dashboards know them. */
export function measureProcess(registry: MetricRegistry): void {
  const startedAt = Date.now() / 1_000 - process.uptime();
  registry.gauge({
    name: 'process_start_time_seconds',
    help: 'When the process began, in Unix time.',
    read: () => [{ value: startedAt }],
  });
  registry.countedElsewhere('process_cpu_seconds_total', 'CPU time of the process, user and system.', readCpuSeconds);
  registry.gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process as the system sees it.',
    read: () => [{ value: process.memoryUsage.rss() }],
  });
  registry.gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'What lives on the heap, and what was not collected yet.',
    read: () => [{ value: getHeapStatistics().used_heap_size }],
  });
  registry.gauge({
    name: 'nodejs_heap_size_limit_bytes',
    help: 'Where the process ends for want of heap.',
    read: () => [{ value: getHeapStatistics().heap_size_limit }],
  });
  measureEventLoop(registry);
}

function measureEventLoop(registry: MetricRegistry): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  registry.gauge({
    name: 'nodejs_eventloop_delay_seconds',
    help: `How much later than due the event loop came round since the last scrape; looked at every ${RESOLUTION_MS} ms.`,
    labels: ['quantile'],
    read: async () => {
      // a delay that has just ended is not in the histogram before the next look
      await sleep(2 * RESOLUTION_MS);
      const samples = [
        { labels: { quantile: '0.5' }, value: late(delay.percentile(50)) },
        { labels: { quantile: '0.99' }, value: late(delay.percentile(99)) },
        { labels: { quantile: '1' }, value: late(delay.max) },
      ];
      delay.reset();
      return samples;
    },
  });
}

/** The histogram holds the time from one look to the next, the pause between them included. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1_000);
}

function readCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
