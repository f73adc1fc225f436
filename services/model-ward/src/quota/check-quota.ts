import type { Origin, UnitKind } from '@tieuchi/subgraph-kit';
import type { QuotaRule } from './quota-rule';
import type { ModelWardQuota, QuotaCheck } from './quota-standing';

export interface CountedUnit {
  readonly unitId: string;
  readonly countedAs: UnitKind;
  readonly required: number;
  readonly held: number;
  readonly origin: Origin;
}

export function standingOf({ countedAs, required, held, origin }: CountedUnit): ModelWardQuota {
  const shortfall = Math.max(0, required - held);
  return { countedAs, required, held, shortfall, fulfilled: shortfall === 0, origin };
}

/** Adds up the units' standings. The shortfall is the sum of their shortfalls, not the gap between the sums. */
export function checkQuota(rule: QuotaRule, origin: Origin, units: readonly CountedUnit[]): QuotaCheck {
  const standings = units.map((unit) => ({ unit: { id: unit.unitId }, ...standingOf(unit) }));
  const sum = (of: 'required' | 'held' | 'shortfall') => standings.reduce((total, standing) => total + standing[of], 0);
  return {
    rule,
    required: sum('required'),
    held: sum('held'),
    shortfall: sum('shortfall'),
    fulfilled: standings.every((standing) => standing.fulfilled),
    origin,
    standings,
  };
}
