import type { UnitVersion } from './reference-geography';

export interface Ancestors {
  readonly districtId: string | null;
  readonly provinceId: string | null;
}

/**
 * The district and the province of each version, kept with it so that communes of a province are one indexed read.
 * A version is cut wherever the identity of its parent changes, so each has one of both.
 */
export function findAncestors(versions: readonly UnitVersion[]): (version: UnitVersion) => Ancestors {
  const byUnit = new Map<string, UnitVersion[]>();
  for (const version of versions) byUnit.set(version.unitId, [...(byUnit.get(version.unitId) ?? []), version]);
  const provinceOf = (district: string, child: UnitVersion) =>
    byUnit.get(district)?.find((candidate) => overlap(candidate, child))?.parentId ?? null;

  return (version) => {
    const { parentId } = version;
    if (parentId === null || parentId === 'VN') return { districtId: null, provinceId: null };
    if (parentId.startsWith('P')) return { districtId: null, provinceId: parentId };
    return { districtId: parentId, provinceId: provinceOf(parentId, version) };
  };
}

/** Whether both hold on some day. */
export function overlap(a: UnitVersion, b: UnitVersion): boolean {
  return (a.validFrom ?? '') < (b.validTo ?? '9999') && (b.validFrom ?? '') < (a.validTo ?? '9999');
}

/** From the first to the last day of a unit; days are exclusive at the end, null is open. */
export function findLives(versions: readonly UnitVersion[]): Map<string, { from: string | null; to: string | null }> {
  const lives = new Map<string, { from: string | null; to: string | null }>();
  for (const { unitId, validFrom, validTo } of versions) {
    const life = lives.get(unitId);
    if (!life) lives.set(unitId, { from: validFrom, to: validTo });
    else {
      if (validFrom === null || (life.from !== null && validFrom < life.from)) life.from = validFrom;
      if (validTo === null || (life.to !== null && validTo > life.to)) life.to = validTo;
    }
  }
  return lives;
}
