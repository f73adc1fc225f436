import { type Counter, type Histogram, MetricRegistry, measureProcess, SECONDS } from '@tieuchi/subgraph-kit';

/** Seconds of planning: what is remembered takes microseconds, 500 selections some 70 ms. */
const PLAN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What a gateway tells of itself; each instance has its own. */
export interface GatewayMetrics {
  readonly registry: MetricRegistry;
  /** Labels: `kind` query, mutation or unknown; `outcome`, see `outcomeOf`. */
  readonly operations: Histogram;
  /** Label: `code`. */
  readonly refusedOperations: Counter;
  /** Label: `code`. */
  readonly answerErrors: Counter;
  readonly planning: Histogram;
  /** Label: `remembered` yes or no. */
  readonly plans: Counter;
  /** Labels: `subgraph`, `outcome` answered or failed. */
  readonly fetches: Histogram;
  /** Label: `found` yes or no. */
  readonly cachedAnswers: Counter;
}

export function createGatewayMetrics(): GatewayMetrics {
  const registry = new MetricRegistry();
  measureProcess(registry);
  return {
    registry,
    operations: registry.histogram(
      'tieuchi_operation_seconds',
      'Time of GraphQL operations by kind and outcome: answered, partial (data with errors), failed (errors alone), refused (nothing was run).',
      SECONDS,
      ['kind', 'outcome'],
    ),
    refusedOperations: registry.counter(
      'tieuchi_refused_operations_total',
      'Operations of which nothing was run, by the code of the first error: limits, days, faults of the document.',
      ['code'],
    ),
    answerErrors: registry.counter(
      'tieuchi_answer_errors_total',
      'Errors in the answers of operations that were run, by code; INTERNAL_ERROR is a fault of ours.',
      ['code'],
    ),
    planning: registry.histogram(
      'tieuchi_plan_seconds',
      "Time from an operation's arrival at the federation until its plan was there, where it was planned anew: coercion of variables and planning.",
      PLAN_SECONDS,
    ),
    plans: registry.counter(
      'tieuchi_plans_total',
      'Operations that got a plan, by whether it was remembered from an earlier one.',
      ['remembered'],
    ),
    fetches: registry.histogram(
      'tieuchi_fetch_seconds',
      'Time of fetches from subgraphs; failed: no answer, one that is none, or none before the deadline.',
      SECONDS,
      ['subgraph', 'outcome'],
    ),
    cachedAnswers: registry.counter(
      'tieuchi_cached_answers_total',
      'Questions that may have been answered before, by whether an answer was found that still holds.',
      ['found'],
    ),
  };
}
