/** How many units of the population lie in the unit, as far as maps are loaded. */
export interface LoadedPopulation {
  /** On the day of the report; null where no loaded map is exact on that day. */
  readonly onItsDay: number | null;
  /** On each map that is loaded, of those that have the unit. */
  readonly onLoadedDays: readonly number[];
}

export type PopulationFit = 'FITS' | 'DIFFERS' | 'MAP_NOT_LOADED';

/**
 * Whether a printed total is the population. On a day without an exact map any loaded map will do; where none does, the
 * total may be right on a map that is not loaded, and nothing can be said.
 */
export function populationFit(total: number, { onItsDay, onLoadedDays }: LoadedPopulation): PopulationFit {
  if (onItsDay !== null) return onItsDay === total ? 'FITS' : 'DIFFERS';
  return onLoadedDays.includes(total) ? 'FITS' : 'MAP_NOT_LOADED';
}
