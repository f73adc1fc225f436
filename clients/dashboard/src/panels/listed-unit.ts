import type { Address } from '../address/address';

/** A unit of a list, as operations of the panels ask it. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
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
}

/** A unit that geography did not answer for has no name, and is called by a dash. */
export function nameUnit(unit: ListedUnit | null): CommuneNamed {
  if (!unit) return { code: '–', name: '–', fullName: '–', under: '–' };
  const { code, name, fullName } = unit;
  return { code, name, fullName, under: underOf(unit) };
}

export function underOf({ parent }: Pick<ListedUnit, 'parent'>): string {
  const above = parent?.parent && parent.parent.level !== 'COUNTRY' ? [parent.parent.name] : [];
  return [parent?.fullName, ...above].filter(Boolean).join(', ');
}

/** The page of a commune; what arranges the list stays behind. */
export function toCommune({ code }: CommuneNamed): Partial<Address> {
  return { place: code, region: null, sort: null, find: '', only: null, rows: null };
}
