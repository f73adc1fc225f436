import type { SuccessionLink, Unit } from '../reference/reference-geography';

const LEVELS: readonly string[] = ['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'];

/** Level, code, identity: the order of the reference, whatever the order in which files were applied. */
export function compareUnits(a: Unit, b: Unit): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareText(a.code, b.code) || compareText(a.id, b.id);
}

export function compareLinks(a: SuccessionLink, b: SuccessionLink): number {
  return (
    compareText(a.predecessorId, b.predecessorId) ||
    compareText(a.successorId, b.successorId) ||
    compareText(a.effectiveOn, b.effectiveOn)
  );
}

/** By code unit, not by locale: the order must not depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
