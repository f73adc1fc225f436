import { UnitKind } from '@tieuchi/subgraph-kit';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { buildOutlines } from './build-outlines';
import type { Box } from './inset-frame';
import type { OutlinedProvinceRow } from './outline.repository';
import { decodeRing, GRID_DEGREES, readProvincePolygons } from './province-polygons';

const polygons = readProvincePolygons();
const STATE = { state: '2025-06-30', exactUntil: '2025-06-30' };

function rowOf(polygonCode: string, code = polygonCode): OutlinedProvinceRow {
  const name = `Số ${code}`;
  const unit = { id: `P-${code}`, code, name, fullName: `Tỉnh ${name}`, kind: UnitKind.PROVINCE };
  return { polygonCode, ...unit, ...STATE, edition: 1 };
}

interface Outlines extends Topology {
  attribution: { text: string; license: string };
  insets: { unitId: string; label: string; extent: Box; frame: Box }[];
}

function build(rows: readonly OutlinedProvinceRow[]): Outlines {
  return JSON.parse(JSON.stringify(buildOutlines(polygons, rows, STATE))) as Outlines;
}

function featuresOf(outlines: Outlines): Feature<MultiPolygon | Polygon>[] {
  return (feature(outlines, outlines.objects.provinces as never) as unknown as FeatureCollection<MultiPolygon>)
    .features;
}

/** Written apart from the code under test: the shoelace formula over all rings, in square degrees. */
function areaOf(geometry: MultiPolygon | Polygon): number {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.reduce((sum, ring) => sum + shoelace(ring), 0);
}

function shoelace(ring: Position[]): number {
  return Math.abs(
    ring.reduce((sum, [x = 0, y = 0], place) => {
      const [nextX = 0, nextY = 0] = ring[(place + 1) % ring.length] ?? [];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

const whole = build([...polygons.keys()].map((code) => rowOf(code)));

describe('the polygons', () => {
  it('are 63, closed, inside of the country and on the grid', () => {
    expect(polygons.size).toBe(63);
    for (const { coordinates } of polygons.values()) {
      for (const ring of coordinates.flat()) {
        expect(ring.at(-1)).toEqual(ring[0]);
        for (const [x = 0, y = 0] of ring) {
          expect(x > 102 && x < 110 && y > 8 && y < 24).toBe(true);
          expect(Number.isInteger(x / GRID_DEGREES) && Number.isInteger(y / GRID_DEGREES)).toBe(true);
        }
      }
    }
  });

  it('are read as ECharts writes them', () => {
    // differences 0 0, −1 +1, +2 −2 as the zigzag codes 0 0, 1 2, 4 3 over "@"
    expect(decodeRing('@@ABDC', [1024, 2048])).toEqual([
      [1, 2],
      [1 - 1 / 1024, 2 + 1 / 1024],
      [1 + 1 / 1024, 2 - 1 / 1024],
    ]);
  });
});

describe('the outlines', () => {
  it('keep every polygon as large as it was', () => {
    const features = featuresOf(whole);
    expect(features).toHaveLength(63);
    for (const { id, geometry } of features) {
      expect(areaOf(geometry)).toBeCloseTo(areaOf(polygons.get(String(id).slice(2))!), 9);
    }
  });

  it('merge provinces without a sliver: the whole is as large as its parts, and no hole or crumb is new', () => {
    // Thái Nguyên and Bắc Kạn; Lâm Đồng, Đắk Nông and Bình Thuận
    const groups = { '19': ['19', '06'], '68': ['68', '67', '60'] };
    const merged = featuresOf(
      build(Object.entries(groups).flatMap(([code, from]) => from.map((one) => rowOf(one, code)))),
    );
    expect(merged.map(({ id }) => id)).toEqual(['P-19', 'P-68']);
    for (const [place, from] of Object.values(groups).entries()) {
      const parts = from.reduce((sum, code) => sum + areaOf(polygons.get(code)!), 0);
      expect(areaOf(merged[place]!.geometry)).toBeCloseTo(parts, 9);
    }
    const rings = merged.map(({ geometry }) => (geometry.coordinates as Position[][][]).flat().length);
    // an island of Bình Thuận is the one ring more
    expect(rings).toEqual([1, 2]);
  });

  it('hold each border once', () => {
    expect(whole.arcs.length).toBe(218);
    const used = new Map<number, number>();
    JSON.stringify(whole.objects, (key, value) => {
      const arcs = key === 'arcs' ? (value as unknown[]).flat(3) : [];
      for (const arc of arcs as number[]) used.set(arc < 0 ? ~arc : arc, (used.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
      return value;
    });
    expect([used.size, Math.max(...used.values())]).toEqual([218, 2]);
  });

  it('say their licence and hold what identifies a unit', () => {
    expect(whole.attribution).toMatchObject({ license: 'ODbL-1.0', text: expect.stringMatching(/pissang\/starbucks/) });
    const { id, properties } = featuresOf(whole)[0]!;
    expect({ id, properties }).toEqual({ id: 'P-01', properties: { code: '01', name: 'Số 01', kind: 'PROVINCE' } });
  });

  it('leave a province out that has no polygon of its own, with the frame of its archipelago', () => {
    const left = build([...polygons.keys()].filter((code) => code !== '48').map((code) => rowOf(code)));
    expect(featuresOf(left)).toHaveLength(62);
    expect(left.insets.map(({ unitId }) => unitId)).toEqual(['P-56']);
  });
});

describe('the frames of the archipelagos', () => {
  it('are two, named after the province that each belongs to', () => {
    expect(whole.insets.map(({ unitId, label }) => [unitId, label])).toEqual([
      ['P-48', 'Quần đảo Hoàng Sa (tỉnh Số 48)'],
      ['P-56', 'Quần đảo Trường Sa (tỉnh Số 56)'],
    ]);
  });

  it('lie in the open sea, inside of the map, and have the shape of what they show', () => {
    const points = [...polygons.values()].flatMap(({ coordinates }) => coordinates.flat(2));
    const [west, south, east, north] = whole.bbox!;
    for (const { frame, extent } of whole.insets) {
      const [x0, y0, x1, y1] = frame;
      expect(points.filter(([x = 0, y = 0]) => x >= x0 && x <= x1 && y >= y0 && y <= y1)).toEqual([]);
      expect(x0 >= west! && y0 >= south! && x1 <= east! && y1 <= north!).toBe(true);
      const shape = ([a, b, c, d]: Box) => (c - a) / (d - b);
      expect(shape(frame)).toBeCloseTo(shape(extent), 2);
    }
  });
});
