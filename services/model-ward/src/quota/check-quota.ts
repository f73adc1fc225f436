import type { Day, Origin, UnitKind } from '@tieuchi/subgraph-kit';
import type { CarriedCheck, CarriedQuota } from './carried-quota';
import { QuotaVerdict } from './quota-enums';
import type { QuotaRule } from './quota-rule';
import type { ModelWardQuota, QuotaCheck, QuotaShare } from './quota-standing';
import { checkSentences, standingSentence } from './quota-words';

export interface CountedUnit {
  readonly unitId: string;
  readonly countedAs: UnitKind;
  readonly name: string;
  readonly required: number;
  readonly held: number;
  /** Wards that may still be recognised in time. */
  readonly pending: number;
  readonly share: QuotaShare | null;
  readonly origin: Origin;
}

/** Units that a rule names, moved to another map and added up there. */
export interface CarriedUnit extends CountedUnit {
  /** How many of them this unit groups. */
  readonly units: number;
}

export function standingOf(unit: CountedUnit): ModelWardQuota {
  const { countedAs, required, held, pending, share, origin } = unit;
  const shortfall = Math.max(0, required - held);
  return {
    countedAs,
    required,
    held,
    shortfall,
    fulfilled: shortfall === 0,
    pending,
    verdict: judgeQuota(shortfall, pending),
    share,
    allowance: share && share.of - required,
    allowanceUsed: share && Math.max(0, share.of - held),
    sentence: standingSentence(unit, shortfall),
    origin,
  };
}

/** Three-valued: a gap that open decisions would fill is neither filled nor certain. */
export function judgeQuota(shortfall: number, pending: number): QuotaVerdict {
  if (shortfall === 0) return QuotaVerdict.FULFILLED;
  return pending >= shortfall ? QuotaVerdict.UNDECIDED : QuotaVerdict.SHORT;
}

/** Adds up the units' standings. The shortfall is the sum of their shortfalls, not the gap between the sums. */
export function checkQuota(rule: QuotaRule, origin: Origin, units: readonly CountedUnit[]): QuotaCheck {
  const standings = units.map((unit) => ({ unit: { id: unit.unitId }, ...standingOf(unit) }));
  const sum = (of: 'required' | 'held' | 'shortfall') => standings.reduce((total, standing) => total + standing[of], 0);
  const check = {
    rule,
    required: sum('required'),
    held: sum('held'),
    shortfall: sum('shortfall'),
    fulfilled: standings.every((standing) => standing.fulfilled),
    origin,
    standings,
  };
  return { ...check, sentences: checkSentences(check) };
}

export function carriedStandingOf(unit: CarriedUnit): CarriedQuota {
  return { ...standingOf(unit), units: unit.units };
}

/** The second reading: required and held move together, so a gap inside a group can be hidden by its neighbour. */
export function checkCarried(map: Day, units: readonly CarriedUnit[], unplaced: number): CarriedCheck {
  const standings = units.map((unit) => ({ unit: { id: unit.unitId }, ...carriedStandingOf(unit) }));
  const sum = (of: 'required' | 'held' | 'shortfall') => standings.reduce((total, standing) => total + standing[of], 0);
  return {
    map,
    required: sum('required'),
    held: sum('held'),
    shortfall: sum('shortfall'),
    // nothing is known of a unit that cannot be placed, so the whole is not fulfilled
    fulfilled: unplaced === 0 && standings.every((standing) => standing.fulfilled),
    unplaced,
    standings,
  };
}
