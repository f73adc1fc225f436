/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** The archipelagos that no polygon shows: where they lie, and a free place of the same shape to draw them in. */
export interface InsetFrame {
  readonly name: string;
  readonly nameEn: string;
  /** Code of the province before 1 July 2025. */
  readonly polygonCode: string;
  readonly extent: Box;
  readonly frame: Box;
}

/** Extents as official texts give them: Hoàng Sa 15°45′–17°15′ N, 111°–113° E; Trường Sa 6°30′–12° N, 111°30′–117°20′ E. */
export const INSET_FRAMES: readonly InsetFrame[] = [
  {
    name: 'Quần đảo Hoàng Sa',
    nameEn: 'Hoang Sa archipelago',
    polygonCode: '48',
    extent: [111, 15.75, 113, 17.25],
    frame: [107.6, 17.5, 109.4, 18.85],
  },
  {
    name: 'Quần đảo Trường Sa',
    nameEn: 'Truong Sa archipelago',
    polygonCode: '56',
    extent: [111.5, 6.5, 117.333, 12],
    frame: [107.5, 8.6, 109.409, 10.4],
  },
];
