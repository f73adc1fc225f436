import type { Address } from '../address/address';

/** A unit of a list, as operations of the panels ask it. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  /** Its last day; null while it stands. */
  readonly validTo: string | null;
  readonly parent: {
    readonly level: string;
    readonly fullName: string;
    readonly parent: { readonly level: string; readonly name: string } | null;
  } | null;
}

/** A commune as a row of a table. */
export interface CommuneNamed {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  /** What it lies in: "Huyện Định Hóa, Thái Nguyên". */
  readonly under: string;
  /** Its last day; null while it stands. */
  readonly validTo: string | null;
}

/** A unit that geography did not answer for has no name, and is called by a dash. */
export function nameUnit(unit: ListedUnit | null): CommuneNamed {
  if (!unit) return { code: '–', name: '–', fullName: '–', under: '–', validTo: null };
  const { code, name, fullName, validTo } = unit;
  return { code, name, fullName, under: underOf(unit), validTo };
}

export function underOf({ parent }: Pick<ListedUnit, 'parent'>): string {
  const above = parent?.parent && parent.parent.level !== 'COUNTRY' ? [parent.parent.name] : [];
  return [parent?.fullName, ...above].filter(Boolean).join(', ');
}

/**
 * The page of a commune; what arranges the list stays behind. One that ended before the map of the page is shown on its last
 * day: on the later map its code is none, or that of other land.
 * @param map the day of the page
 */
export function toCommune({ code, validTo }: Pick<CommuneNamed, 'code' | 'validTo'>, map: string): Partial<Address> {
  const itsMap = validTo !== null && validTo < map ? { map: validTo } : {};
  return { ...itsMap, place: code, region: null, sort: null, find: '', only: null, rows: null };
}
