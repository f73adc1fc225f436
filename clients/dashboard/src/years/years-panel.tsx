import type { SeriesBreak } from '../data/operations.generated';
import { onlyInBrowsers, useBrowserOnly } from '../page/browser-only';
import { PlotFigure } from '../page/plot-figure';
import { rateText } from '../page/rate-text';
import type { View } from '../page/view';
import { seriesOf, type YearPoint } from './series-of';

// a drawing's library stays out of what the server loads
const loadDrawing = () => (import.meta.env.SSR ? onlyInBrowsers() : import('./years-drawing'));

/** The assessment years of the country and, beside it, of the chosen province; no line crosses a break. */
export function YearsPanel({ view }: { readonly view: View }) {
  const { words, address, content } = view;
  const drawing = useBrowserOnly(loadDrawing);
  const points = seriesOf(content.series);
  if (points.length === 0) return null;
  return (
    <div class="years-panel">
      <PlotFigure
        title={words.years.title}
        waiting={words.years.loading}
        draw={drawing && ((width) => drawing.drawYears(view, points, width))}
        drawnFrom={[content, address.language]}
      />
      <YearsTable view={view} points={points} />
    </div>
  );
}

function YearsTable({ view, points }: { readonly view: View; readonly points: readonly YearPoint[] }) {
  const { words, formats } = view;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <section class="table-frame" tabIndex={0} aria-label={words.years.title}>
      <table class="years-table">
        <caption>{words.years.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            {[words.years.year, words.columns.met, words.columns.unknown, words.columns.total, words.columns.rate].map(
              (heading) => (
                <th key={heading} scope="col" class="number">
                  {heading}
                </th>
              ),
            )}
            <th scope="col">{words.years.break}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ place, year, breaks, figures }) => (
            <tr key={`${place}-${year}`}>
              <th scope="row" class="text">
                {place}
              </th>
              <td class="number">{year}</td>
              <td class="number">{figures ? formats.count(figures.met) : '–'}</td>
              <td class="number">{figures ? formats.count(figures.unknown) : '–'}</td>
              <td class="number">{figures ? formats.count(figures.total) : '–'}</td>
              <td class="number">{rateText(view, figures)}</td>
              <td class="text">{breaks.map((one: SeriesBreak) => words.seriesBreak[one]).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
