import { unitKey } from '../reference/mapped-unit';
import type { SuccessionLink, UnitVersion } from '../reference/reference-geography';
import type { AttributePlan } from './attribute-plan';
import { describeUnit, type UnitOnDay } from './day-map';
import type { Fault } from './reorganisation';
import type { BegunUnit, SuccessionPlan } from './succession-plan';

/** Each rule looks at the whole plan and names what breaks it. */
export const PLAN_CHECKS: readonly ((succession: SuccessionPlan, attributes: AttributePlan) => Fault[])[] = [
  findTakenCodes,
  findUnmergedMergers,
  findStrayParents,
  findChildlessUnits,
  findCycles,
];

/** A new code must be free from the effective day on, also of what later reorganisations gave it to. */
function findTakenCodes({ surroundings: { geography, before, on }, ended, begun, day }: SuccessionPlan): Fault[] {
  const keys = new Map(geography.units.map(({ id, level, code }) => [id, unitKey(level, code)]));
  const holders = new Map<string, UnitVersion>();
  for (const version of geography.versions) {
    const goesOn = !ended.has(version.unitId) && (version.validTo === null || version.validTo > day);
    if (goesOn) holders.set(keys.get(version.unitId) ?? '', version);
  }
  return [...begun].flatMap(([key, { unit, definition }]) => {
    const holder = holders.get(key);
    // known units are those of a file that comes again
    if (!holder || keys.has(unit.id)) return [];
    const held = on.get(holder.unitId) ?? before.get(holder.unitId) ?? { ...unit, fullNameVi: holder.fullNameVi };
    const since = holder.validFrom ? ` from ${holder.validFrom}` : '';
    const message = `the new code is that of ${describeUnit(held)}${since}; end or re-code that unit, or choose another code`;
    return [{ place: definition.place, message }];
  });
}

/** One unit that goes whole into one new unit is the same unit. */
function findUnmergedMergers({ begun, links }: SuccessionPlan): Fault[] {
  return [...begun.values()].flatMap(({ unit, definition, sources: [source, ...others] }) => {
    const link = links.find(({ successorId }) => successorId === unit.id);
    if (!source || others.length > 0 || link?.kind !== 'WHOLE' || source.level !== unit.level) return [];
    const message = `${describeUnit(source)} goes whole and alone into ${unit.code}; use RENAME, RETYPE, MOVE or RECODE`;
    return [{ place: definition.place, message }];
  });
}

/** A new unit lies where one of the units lay that it is made of. */
function findStrayParents(succession: SuccessionPlan, { begun }: AttributePlan): Fault[] {
  const sourcesById = new Map([...succession.begun.values()].map((one) => [one.unit.id, one]));
  return begun.flatMap(({ version, place, level, code }) => {
    const made = sourcesById.get(version.unitId);
    if (!made || made.definition.recodedFrom !== null || version.parentId === null) return [];
    if (possibleParents(succession, made).has(version.parentId)) return [];
    const sources = made.sources.map(describeUnit).join(', ');
    const what = `new ${describeUnit({ level, code, ...version })} would lie where none of its units lay (${sources})`;
    return [{ place, message: `${what}; correct its parentCode, or MOVE it in a later file` }];
  });
}

function possibleParents({ ended, surroundings }: SuccessionPlan, { sources }: BegunUnit): Set<string> {
  const lineage = (unit: UnitOnDay) => ended.get(unit.unitId)?.successorIds ?? [unit.unitId];
  return new Set(sources.flatMap((source) => surroundings.before.ancestorsOf(source)).flatMap(lineage));
}

/** A part of a divided province or district takes over units where the whole had some. */
function findChildlessUnits({ surroundings, links, begun }: SuccessionPlan, plan: AttributePlan): Fault[] {
  const parents = new Set([...plan.patches.values()].map(({ attributes }) => attributes.parentId));
  for (const { version } of plan.begun) parents.add(version.parentId);
  return [...begun.values()].flatMap(({ unit, definition, sources }) => {
    const isPart = links.some((link) => link.successorId === unit.id && link.kind?.startsWith('PARTIAL'));
    const hadChildren = sources.some((source) => surroundings.before.childrenOf(source.unitId).length > 0);
    if (unit.level === 'COMMUNE' || !isPart || !hadChildren || parents.has(unit.id)) return [];
    const message = `new ${unit.level.toLowerCase()} ${unit.code} gets no unit; MOVE those that lie in it`;
    return [{ place: definition.place, message }];
  });
}

/** Two units that both go on cannot be each other's successors, at once or over time. */
function findCycles({ links, surroundings, begun }: SuccessionPlan): Fault[] {
  const newIds = new Set([...begun.values()].map(({ unit }) => unit.id));
  const successors = new Map<string, string[]>();
  const add = ({ predecessorId, successorId }: SuccessionLink) =>
    successors.set(predecessorId, [...(successors.get(predecessorId) ?? []), successorId]);
  for (const link of [...surroundings.geography.links, ...links]) add(link);
  return links.flatMap(({ place, predecessorId, successorId }) => {
    if (newIds.has(successorId) || !isReachable(successors, successorId, predecessorId)) return [];
    const cycle = `${predecessorId} would be successor and predecessor of ${successorId}`;
    return [{ place, message: `${cycle}; let one of them begin anew, with a fullName and a code of its own` }];
  });
}

function isReachable(successors: ReadonlyMap<string, string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(successors.get(id) ?? []));
  }
  return false;
}
