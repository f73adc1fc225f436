import { useMemo } from 'preact/hooks';
import { onlyInBrowsers, useBrowserOnly } from '../page/browser-only';
import { offeredMapDays } from '../page/map-days';
import { hrefTo, type View } from '../page/view';
import { MapLegend } from './map-legend';

// a drawing's library stays out of what the server loads
const loadDrawing = () => (import.meta.env.SSR ? onlyInBrowsers() : import('./map-drawing'));

/** Provinces coloured by their standing, with their outlines on the map that groups the answer. */
export function MapPanel({ view }: { readonly view: View }) {
  const { words, content } = view;
  const { question } = content;
  const drawing = useBrowserOnly(loadDrawing);
  const day = question?.map ?? '';
  const loadOutlines = useMemo(() => () => loadDrawing().then(({ fetchOutlines }) => fetchOutlines(day)), [day]);
  const outlines = useBrowserOnly(loadOutlines);
  if (!question) return null;
  return (
    <div class="map-panel">
      <BothMaps view={view} />
      {drawing && outlines ? (
        <drawing.MapDrawing view={view} outlines={outlines} synthetic={content.isSynthetic} />
      ) : (
        <p class="map-place">{words.map.loading}</p>
      )}
      <MapLegend view={view} />
    </div>
  );
}

/** The two maps by name, one click apart. */
function BothMaps({ view }: { readonly view: View }) {
  const { words, formats, content } = view;
  const { question } = content;
  if (!question) return null;
  const offered = offeredMapDays(question);
  return (
    <ul class="chips" aria-label={words.map.both}>
      {offered.map((map) => (
        <li key={map}>
          <a
            href={hrefTo(view, { map, place: 'VN', region: null })}
            aria-current={map === question.map ? 'true' : undefined}
          >
            {words.mapShort(formats.day(map))}
          </a>
        </li>
      ))}
    </ul>
  );
}
