import { axisX, barX, gridX, plot, ruleX, text, tickX } from '@observablehq/plot';
import type { View } from '../page/view';
import type { Bar } from './order-bars';

const ROW_HEIGHT = 17;
const GROUP_GAP = 34;
/** Below this many pixels there is no room for sentences beside the bars. */
const NARROW = 560;

/** Bars of the rate from a round percentage to 100, the band of the unknown, and the target of each. */
export function drawBars(view: View, bars: readonly Bar[], width: number): Element {
  const { words, formats } = view;
  const lowest = Math.min(...bars.map(({ lower }) => lower), ...bars.map(({ target }) => target ?? 100));
  const from = Math.max(0, Math.floor((lowest - 0.5) / 5) * 5);
  const isNarrow = width < NARROW;
  const groups = [...new Set(bars.map(({ group }) => group))];
  const names = bars.map(({ name }) => name);
  const pictures = groups.map((group, index) => {
    const rows = bars.filter((bar) => bar.group === group);
    return plot({
      width,
      height: rows.length * ROW_HEIGHT + GROUP_GAP,
      marginLeft: isNarrow ? 110 : 150,
      marginRight: isNarrow ? 76 : 190,
      marginTop: 20,
      marginBottom: 14,
      ariaLabel: `${group}: ${rows.map(({ name, note }) => `${name} ${note}`).join('; ')}`,
      x: { domain: [from, 100], clamp: true },
      y: { domain: names.filter((name) => rows.some((row) => row.name === name)), label: null, tickSize: 0 },
      marks: [
        gridX(),
        axisX({
          anchor: 'top',
          label: null,
          ticks: isNarrow ? 2 : 5,
          tickFormat: (percent: number) => `${formats.asPrinted(String(percent))}%`,
        }),
        barX(rows, { y: 'name', x1: from, x2: 'lower', className: 'bar-rate', insetTop: 2, insetBottom: 2 }),
        barX(rows, { y: 'name', x1: 'lower', x2: 'upper', className: 'bar-unknown', insetTop: 2, insetBottom: 2 }),
        tickX(rows, { y: 'name', x: 'target', className: 'bar-target', strokeWidth: 2 }),
        ruleX([from]),
        text(rows, {
          y: 'name',
          x: 100,
          text: isNarrow ? 'shortNote' : 'note',
          textAnchor: 'start',
          dx: 6,
          className: 'bar-note',
        }),
      ],
      caption: undefined,
      className: `plot-${index}`,
    });
  });
  const frame = document.createElement('div');
  for (const [index, picture] of pictures.entries())
    frame.append(heading(groups[index] as string), marked(picture, view, words.syntheticTag));
  return frame;
}

function heading(group: string): Element {
  const title = document.createElement('h3');
  title.textContent = group;
  return title;
}

/** The words of synthetic figures inside of the picture itself. */
export function marked(picture: Element, { content }: Pick<View, 'content'>, words: string): Element {
  const svg = picture instanceof SVGSVGElement ? picture : picture.querySelector('svg');
  if (svg && content.isSynthetic) {
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    mark.setAttribute('class', 'synthetic-words');
    mark.setAttribute('text-anchor', 'start');
    mark.setAttribute('x', '4');
    mark.setAttribute('y', '12');
    mark.textContent = words;
    svg.append(mark);
  }
  svg?.setAttribute('role', 'img');
  return picture;
}
