import type { GatewayContext } from '../gateway-context';
import type { GatewayMetrics } from './gateway-metrics';

/** What the library says when an operation has its plan, before it runs it. */
interface Resolved {
  readonly queryPlan: object;
  readonly requestContext: { readonly context?: unknown };
}

/** Sees when an operation comes to the federation, and when it has its plan. */
export interface PlanWatch {
  arrived(requestContext: object): void;
  planned(resolved: Resolved): void;
}

/**
 * The library does not say whether it remembered a plan; but what it remembers is the plan itself, so one that was seen
 * before was remembered. One that it forgot meanwhile is made anew, and counted so.
 */
export function watchPlans({ plans, planning }: GatewayMetrics): PlanWatch {
  const seen = new WeakSet<object>();
  const arrivals = new WeakMap<object, number>();
  return {
    arrived: (requestContext) => {
      arrivals.set(requestContext, performance.now());
    },
    planned({ queryPlan, requestContext }) {
      const isRemembered = seen.has(queryPlan);
      seen.add(queryPlan);
      // what nobody asked for yet is no operation that got its plan
      if ((requestContext.context as GatewayContext).isRehearsal) return;
      plans.add({ remembered: isRemembered ? 'yes' : 'no' });
      const arrived = arrivals.get(requestContext);
      if (!isRemembered && arrived !== undefined) planning.observe((performance.now() - arrived) / 1_000);
    },
  };
}
