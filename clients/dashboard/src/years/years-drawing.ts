import { areaY, axisX, axisY, dot, gridY, line, plot, ruleX, text } from '@observablehq/plot';
import { marked } from '../bars/bars-drawing';
import type { View } from '../page/view';
import type { YearPoint } from './series-of';

/** Lines of the lower bound with the band of the unknown above, the target, and a dashed rule before each year that breaks. */
export function drawYears(view: View, points: readonly YearPoint[], width: number): Element {
  const { formats, words } = view;
  const known = points.flatMap(({ figures, ...point }) =>
    figures?.bounds
      ? [
          {
            ...point,
            line: `${point.place}/${point.stretch}`,
            lower: Number(figures.bounds.lowerPercent),
            upper: Number(figures.bounds.upperPercent),
            target: figures.targetPercent === null ? null : Number(figures.targetPercent),
          },
        ]
      : [],
  );
  const places = [...new Set(points.map(({ place }) => place))];
  const breaks = points.filter(({ breaks: why, place }) => why.length > 0 && place === places[0]);
  const targets = known.filter(({ target, place }) => target !== null && place === places.at(-1));
  const from = Math.max(0, Math.floor((Math.min(...known.map(({ lower }) => lower), 99) - 0.5) / 5) * 5);
  const picture = plot({
    width,
    height: 320,
    marginLeft: 48,
    marginRight: Math.min(130, width * 0.25),
    marginTop: 26,
    ariaLabel: known.map(({ place, year, lower }) => `${place} ${year}: ${formats.percent(String(lower))}`).join('; '),
    x: { domain: yearsOf(points), type: 'point', label: null },
    y: { domain: [from, 100], clamp: true, label: null },
    marks: [
      gridY(),
      axisX({ tickFormat: String }),
      axisY({ tickFormat: (percent: number) => `${formats.asPrinted(String(percent))}%` }),
      ruleX(breaks, { x: 'year', className: 'year-break', dx: -14, strokeDasharray: '4 3' }),
      line(targets, { x: 'year', y: 'target', className: 'year-target', strokeDasharray: '6 3' }),
      ...places.flatMap((place, index) => {
        const own = known.filter((point) => point.place === place);
        return [
          areaY(own, { x: 'year', y1: 'lower', y2: 'upper', z: 'line', className: `year-band-${index}` }),
          // a year that stands alone has a band, too
          ruleX(own, { x: 'year', y1: 'lower', y2: 'upper', className: 'year-unknown', strokeWidth: 6 }),
          line(own, { x: 'year', y: 'lower', z: 'line', className: `year-line-${index}` }),
          dot(own, {
            x: 'year',
            y: 'lower',
            r: 4,
            symbol: index === 0 ? 'circle' : 'square',
            className: `year-dot-${index}`,
          }),
          text(own.slice(-1), { x: 'year', y: 'lower', text: 'place', textAnchor: 'start', dx: 10, dy: index * 12 }),
        ];
      }),
    ],
    className: 'plot-years',
  });
  return marked(picture, view, words.syntheticTag);
}

function yearsOf(points: readonly YearPoint[]): number[] {
  return [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
}
