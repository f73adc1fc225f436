import { useEffect, useRef } from 'preact/hooks';

interface PlotFigureProps {
  readonly title: string;
  /** What stands there until it is drawn, and where scripts do not run. */
  readonly waiting: string;
  /** Draws for a width in pixels; null while the library is loading. */
  readonly draw: ((width: number) => Element) | null;
  /** It is drawn anew when one of these changes. */
  readonly drawnFrom: readonly unknown[];
}

const NARROWEST = 280;

/** A picture of a library that makes elements of its own. */
export function PlotFigure({ title, waiting, draw, drawnFrom }: PlotFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  // the caller says what the drawing is made of
  useEffect(() => {
    const { current } = frame;
    if (!current || !draw) return;
    const redraw = () => current.replaceChildren(cleaned(draw(Math.max(NARROWEST, current.clientWidth))));
    redraw();
    const widthWatch = new ResizeObserver(redrawOnOtherWidth(current, redraw));
    widthWatch.observe(current);
    return () => widthWatch.disconnect();
  }, [draw === null, ...drawnFrom]);
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <div ref={frame} class="plot-frame">
        {waiting}
      </div>
    </figure>
  );
}

function redrawOnOtherWidth(element: HTMLElement, redraw: () => void): () => void {
  let drawnAt = element.clientWidth;
  return () => {
    if (element.clientWidth === drawnAt) return;
    drawnAt = element.clientWidth;
    redraw();
  };
}

/**
 * The library puts a style element into its picture, which the policy of the page refuses (figures.css says the same), and
 * labels on groups, which no reader may rely on: the picture as a whole says what it shows.
 */
function cleaned(picture: Element): Element {
  for (const style of picture.querySelectorAll('style')) style.remove();
  for (const group of picture.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return picture;
}
