export type Level = 'COUNTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

export interface UnitRow {
  readonly unitId: string;
  readonly level: Level;
  readonly kind: string;
  readonly name: string;
  readonly districtId: string | null;
  readonly provinceId: string | null;
}

/** Holds from `validFrom` to the day before `validTo`. */
export interface VersionRow extends UnitRow {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface LinkRow {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly effectiveOn: string;
  readonly isMain: boolean;
}

/** What a register holds, and days on either side of each of its reorganisations. */
export interface RegisterHistory {
  readonly versions: readonly VersionRow[];
  readonly links: readonly LinkRow[];
  readonly reorganisations: readonly { readonly effectiveOn: string; readonly linksComplete: boolean }[];
  readonly days: readonly string[];
}

export interface Pair {
  readonly countedOn: string;
  readonly map: string;
}

export interface Grouped extends Pair {
  readonly unitId: string;
  readonly groupId: string | null;
}

export interface Member extends Pair {
  readonly groupId: string;
  readonly unitId: string;
  readonly placed: boolean;
}

export function idOf({ unitId }: { readonly unitId: string }): string {
  return unitId;
}

export function isHeld({ validFrom, validTo }: VersionRow, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

export function eveOf(day: string): string {
  const eve = new Date(`${day}T00:00:00Z`);
  eve.setUTCDate(eve.getUTCDate() - 1);
  return eve.toISOString().slice(0, 10);
}
