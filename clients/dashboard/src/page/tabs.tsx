import { TABS } from '../address/address';
import { BarsPanel } from '../bars/bars-panel';
import { MapPanel } from '../map/map-panel';
import { RowTable } from '../table/row-table';
import { YearsPanel } from '../years/years-panel';
import { hrefTo, type View } from './view';

const PICTURES = { map: MapPanel, bars: BarsPanel, years: YearsPanel, table: null } as const;

/** One way to look at the parts; the table below says the same in figures. */
export function Tabs({ view }: { readonly view: View }) {
  const { words, address } = view;
  const Picture = PICTURES[address.tab];
  return (
    <section class="views" aria-label={words.tabs[address.tab]}>
      <nav class="tabs" aria-label={words.tabs.table}>
        {TABS.map((tab) => (
          <a key={tab} href={hrefTo(view, { tab })} aria-current={tab === address.tab ? 'page' : undefined}>
            {words.tabs[tab]}
          </a>
        ))}
      </nav>
      <div class={`view view-${address.tab}`}>
        {Picture && <Picture view={view} />}
        <RowTable view={view} />
      </div>
    </section>
  );
}
