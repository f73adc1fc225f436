import { chosenPlace } from '../page/chosen-place';
import type { View } from '../page/view';
import { BELOW_TARGET_POINTS, type MapClass } from './map-class';

/** What each colour and each hatching means, in words and figures. */
export function MapLegend({ view }: { readonly view: View }) {
  const { words, formats, content } = view;
  const percent = (chosenPlace(content) ?? content.standing?.country)?.attainment?.targetPercent;
  const target = percent == null ? null : Number(percent);
  const write = (points: number) => `${formats.asPrinted(String(Math.round(((target ?? 0) - points) * 100) / 100))}%`;
  const [near, far] = BELOW_TARGET_POINTS;
  const classes: [MapClass, string][] =
    target === null
      ? []
      : [
          ['reached', words.map.reached(write(0))],
          ['undecided', words.map.undecided],
          ['below-1', words.map.below(write(near), write(0))],
          ['below-2', words.map.below(write(far), write(near))],
          ['below-3', words.map.under(write(far))],
        ];
  return (
    <ul class="legend map-legend" aria-label={words.map.legend}>
      {[...classes, ['no-data', words.map.noData] as const, ['small', words.map.small] as const].map(([name, text]) => (
        <li key={name}>
          <svg class="swatch" viewBox="0 0 16 12" aria-hidden="true">
            <rect class={`map-${name}`} width="16" height="12" />
          </svg>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
