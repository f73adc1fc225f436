import { type Day, SpeakingError } from '@tieuchi/subgraph-kit';

/** The day of the first state of the map that the register holds; null before it holds any. */
export const FIRST_MAP_DAY = '(select min(s.day) from register_map_state s)';

/**
 * In the words of geography: whoever groups units on a map says the same of one that is not loaded.
 * @throws SpeakingError MAP_NOT_LOADED for a day before the first loaded state
 */
export function checkMapLoaded(map: Day, firstMapDay: Day | null): void {
  if (firstMapDay !== null && map >= firstMapDay) return;
  throw new SpeakingError('MAP_NOT_LOADED', `No map is loaded for ${map}; the first is that of ${firstMapDay}.`, {
    map,
  });
}
