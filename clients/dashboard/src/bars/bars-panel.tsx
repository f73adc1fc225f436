import { GROUPINGS } from '../address/address';
import { onlyInBrowsers, useBrowserOnly } from '../page/browser-only';
import { partsOf } from '../page/chosen-place';
import { PlotFigure } from '../page/plot-figure';
import { hrefTo, type View } from '../page/view';
import { orderBars } from './order-bars';

// a drawing's library stays out of what the server loads
const loadDrawing = () => (import.meta.env.SSR ? onlyInBrowsers() : import('./bars-drawing'));

/** The parts in order: those that lack most units first, then those that used most of what may fail. */
export function BarsPanel({ view }: { readonly view: View }) {
  const { words, content, address } = view;
  const drawing = useBrowserOnly(loadDrawing);
  const bars = orderBars(view, partsOf(content, address.region));
  if (bars.length === 0) return null;
  return (
    <div class="bars-panel">
      {content.question?.level === 'COUNTRY' && <Groupings view={view} />}
      <PlotFigure
        title={words.bars.title}
        waiting={words.bars.loading}
        draw={drawing && ((width) => drawing.drawBars(view, bars, width))}
        drawnFrom={[view.content, address.group, address.region, address.language]}
      />
    </div>
  );
}

function Groupings({ view }: { readonly view: View }) {
  return (
    <ul class="chips">
      {GROUPINGS.map((group) => (
        <li key={group}>
          <a href={hrefTo(view, { group })} aria-current={view.address.group === group ? 'true' : undefined}>
            {view.words.bars.by[group]}
          </a>
        </li>
      ))}
    </ul>
  );
}
