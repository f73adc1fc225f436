import { dayBefore } from '@tieuchi/subgraph-kit';
import type { ReferenceGeography } from '../reference/reference-geography';
import { findValidityFaults } from '../reference/validity';
import { AttributePlan } from './attribute-plan';
import { DayMap } from './day-map';
import { PLAN_CHECKS } from './plan-checks';
import { readIntent } from './read-intent';
import type { Fault, Reorganisation } from './reorganisation';
import { type ReorganisationReport, reportEffects } from './reorganisation-report';
import { SuccessionPlan } from './succession-plan';
import { VersionLedger } from './version-ledger';

export type AppliedReorganisation =
  | { geography: ReferenceGeography; report: ReorganisationReport; faults?: undefined }
  | { faults: Fault[]; geography?: undefined; report?: undefined };

/**
 * The geography after the reorganisation, or every fault found; the geography given is not changed. Sources are units of
 * the day before, new units are units of the effective day, which may lie in the future. A file that is applied already
 * gives the same object back. The loaded states stay: they say what sources showed, not what decisions made of it.
 */
export function applyReorganisation(
  geography: ReferenceGeography,
  reorganisation: Reorganisation,
): AppliedReorganisation {
  const { effectiveOn: day } = reorganisation;
  const loaded = findLoadedState(geography, day);
  if (loaded) return { faults: [loaded] };
  const { intent, faults } = readIntent(reorganisation.changes);
  if (faults.length > 0) return { faults };
  const surroundings = {
    geography,
    before: new DayMap(geography, dayBefore(day)),
    on: new DayMap(geography, day),
  };
  const succession = new SuccessionPlan(surroundings, reorganisation, intent);
  const attributes = new AttributePlan(succession, intent);
  const planFaults =
    succession.faults.length > 0 ? succession.faults : PLAN_CHECKS.flatMap((check) => check(succession, attributes));
  if (planFaults.length > 0) return { faults: planFaults };
  return write(reorganisation, succession, attributes);
}

/** The map of a loaded state is exact: a change of that day or earlier is either in it or contradicts it. */
function findLoadedState({ states }: ReferenceGeography, day: string): Fault | undefined {
  const last = states
    .map((state) => state.day)
    .sort()
    .at(-1);
  if (last === undefined || day > last) return undefined;
  const message = `the map of ${last} is loaded whole and holds what changed until then; give a day after it, found ${day}`;
  return { place: 'effectiveOn', message };
}

function write(
  reorganisation: Reorganisation,
  { surroundings, ended, links, begun: begunUnits }: SuccessionPlan,
  { begun, patches }: AttributePlan,
): AppliedReorganisation {
  const { geography, before } = surroundings;
  const ledger = new VersionLedger(geography, reorganisation.effectiveOn, before.day);
  for (const [unitId, { flow, successorIds }] of ended) ledger.end(unitId, successorIds, flow.place);
  const units = new Map([...begunUnits.values()].map(({ unit }) => [unit.id, unit]));
  for (const { version, place } of begun) {
    const unit = units.get(version.unitId);
    if (unit) ledger.begin(unit, version, place);
  }
  for (const patch of patches.values()) ledger.change(patch);
  for (const link of links) ledger.follow(link);
  if (ledger.faults.length > 0) return { faults: ledger.faults };
  const result = ledger.close();
  const invalid = findValidityFaults(result).map((message) => ({ place: 'the whole file', message }));
  return invalid.length > 0
    ? { faults: invalid }
    : { geography: result, report: reportEffects(reorganisation, result, ledger.effects) };
}
