import { type Day, type InternalRoute, isDay, SpeakingError } from '@tieuchi/subgraph-kit';
import { checkMapLoaded } from '../administrative-unit/find-unit';
import { buildOutlines } from './build-outlines';
import type { OutlineRepository } from './outline.repository';
import { readProvincePolygons } from './province-polygons';

const PATH = /^\/internal\/map\/([^/]+)\.topojson$/;
/** Seven maps differ so far; each is 40 kB. */
const KEPT_MAPS = 16;

/**
 * `/internal/map/DAY.topojson`: outlines of the provinces on the map of that day. Built at the first request for a map
 * and kept while the reference data says the same of it.
 * @throws SpeakingError BAD_USER_INPUT for what is no day, MAP_NOT_LOADED for a day before the first map
 */
export function createOutlineRoute(outlines: OutlineRepository, firstMapDay: Day): InternalRoute {
  const kept = new Map<string, string>();
  return async (path) => {
    const day = PATH.exec(path)?.[1];
    if (day === undefined) return null;
    if (!isDay(day)) {
      throw new SpeakingError('BAD_USER_INPUT', `"${day}" is not a day of the calendar; write it as YYYY-MM-DD.`);
    }
    checkMapLoaded(day, firstMapDay);
    const rows = await outlines.findOutlinedProvinces(day);
    const key = JSON.stringify(rows);
    const body = kept.get(key) ?? JSON.stringify(buildOutlines(readProvincePolygons(), rows, stateOf(rows)));
    kept.set(key, body);
    if (kept.size > KEPT_MAPS) kept.delete(kept.keys().next().value as string);
    return { contentType: 'application/json', body };
  };
}

function stateOf([row]: Awaited<ReturnType<OutlineRepository['findOutlinedProvinces']>>) {
  if (!row) throw new Error('a loaded map without provinces');
  return { state: row.state, exactUntil: row.exactUntil };
}
