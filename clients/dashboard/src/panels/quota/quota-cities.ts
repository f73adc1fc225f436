import type { QuotaRow } from './quota-content';

/** What the units of one centrally run city have and need together. */
export interface QuotaCity {
  readonly code: string;
  readonly name: string;
  readonly held: number;
  readonly required: number;
  /** The sum of what its units lack: a surplus of one fills no gap of another. */
  readonly shortfall: number;
}

/** Kinds of districts that a rule names: they lie in a city. */
const OF_DISTRICTS = new Set(['URBAN_DISTRICT', 'RURAL_DISTRICT', 'TOWN', 'PROVINCIAL_CITY', 'MUNICIPAL_CITY']);

/** The centrally run cities of a rule, in its order: named themselves, or by their districts. */
export function quotaCities(rows: readonly QuotaRow[]): QuotaCity[] {
  const cities = new Map<string, QuotaCity>();
  for (const row of rows) {
    const city = cityOf(row);
    if (!city) continue;
    const { held = 0, required = 0, shortfall = 0 } = cities.get(city.code) ?? {};
    cities.set(city.code, {
      code: city.code,
      name: city.name,
      held: held + row.held,
      required: required + row.required,
      shortfall: shortfall + row.shortfall,
    });
  }
  return [...cities.values()];
}

function cityOf(row: QuotaRow) {
  const { code, name } = row;
  return row.countedAs === 'CENTRALLY_RUN_CITY' ? { code, name } : cityOfDistrict(row);
}

/** What a district lies in; null for a province or a city, which lies in none. */
export function cityOfDistrict({ countedAs, under }: QuotaRow): QuotaRow['under'] {
  return OF_DISTRICTS.has(countedAs) ? under : null;
}
