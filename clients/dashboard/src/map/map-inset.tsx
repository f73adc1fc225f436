import type { View } from '../page/view';

type Box = readonly [west: number, south: number, east: number, north: number];

/** An archipelago that no polygon shows: where it lies, and where on the picture its frame is drawn. */
export interface InsetFrame {
  readonly name: string;
  readonly nameEn: string;
  /** With the province that it belongs to, in Vietnamese. */
  readonly label: string;
  readonly extent: Box;
  readonly frame: Box;
}

interface InsetProps {
  readonly view: View;
  readonly inset: InsetFrame;
  project(point: [number, number]): [number, number];
}

/** A frame with the archipelago's name and its extent; no source here has its outlines. */
export function Inset({ view, inset, project }: InsetProps) {
  const [west, south, east, north] = inset.frame;
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  const name = view.address.language === 'en' ? inset.nameEn : inset.name;
  const owner = /\((.*)\)$/.exec(inset.label)?.[1];
  const middle = (left + right) / 2;
  return (
    <g class="map-inset">
      <rect x={left} y={top} width={right - left} height={bottom - top}>
        <title>{inset.label}</title>
      </rect>
      <text x={middle} y={top + 14} text-anchor="middle">
        {name}
      </text>
      {view.address.language === 'vi' && owner && (
        <text x={middle} y={top + 26} text-anchor="middle">
          ({owner})
        </text>
      )}
      <text class="map-extent" x={middle} y={bottom - 17} text-anchor="middle">
        {range(inset.extent[1], inset.extent[3])} {view.address.language === 'en' ? 'N' : 'B'}
      </text>
      <text class="map-extent" x={middle} y={bottom - 6} text-anchor="middle">
        {range(inset.extent[0], inset.extent[2])} {view.address.language === 'en' ? 'E' : 'Đ'}
      </text>
    </g>
  );
}

/** "15°45′–17°15′" */
function range(from: number, to: number): string {
  return `${degrees(from)}–${degrees(to)}`;
}

function degrees(value: number): string {
  const minutes = Math.round((value % 1) * 60);
  return minutes === 0 ? `${Math.floor(value)}°` : `${Math.floor(value)}°${String(minutes).padStart(2, '0')}′`;
}
