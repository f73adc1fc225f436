import { type Address, PANEL_TABS, PICTURE_TABS, type Tab } from '../address/address';
import { BarsPanel } from '../bars/bars-panel';
import { MapPanel } from '../map/map-panel';
import { RowTable } from '../table/row-table';
import { YearsPanel } from '../years/years-panel';
import { PANELS } from './panels';
import { hrefTo, type View } from './view';

const PICTURES = { map: MapPanel, bars: BarsPanel, years: YearsPanel, table: null } as const;

/** One way to look at the parts, with the table that says the same in figures; or a panel in their place. */
export function Tabs({ view }: { readonly view: View }) {
  const { words, address } = view;
  const { tab } = address;
  return (
    <section class="views" aria-label={words.tabs[tab]}>
      <nav class="tabs" aria-label={words.tabsTitle}>
        <TabLinks view={view} tabs={PICTURE_TABS} />
        <TabLinks view={view} tabs={PANEL_TABS} />
      </nav>
      <div class={`view view-${tab}`}>
        <Shown view={view} />
      </div>
    </section>
  );
}

function Shown({ view }: { readonly view: View }) {
  const { tab } = view.address;
  if (isPanel(tab)) {
    const Panel = PANELS[tab];
    return <Panel view={view} />;
  }
  const Picture = PICTURES[tab];
  return (
    <>
      {Picture && <Picture view={view} />}
      <RowTable view={view} />
    </>
  );
}

function TabLinks({ view, tabs }: { readonly view: View; readonly tabs: readonly Tab[] }) {
  const { words, address } = view;
  return (
    <ul>
      {tabs.map((tab) => (
        <li key={tab}>
          <a href={hrefTo(view, changeTo(tab, address))} aria-current={tab === address.tab ? 'page' : undefined}>
            {words.tabs[tab]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Pictures share a table, and so its order and its filters; each panel has its own. */
function changeTo(tab: Tab, address: Address): Partial<Address> {
  const sharesTable = tab === address.tab || !(isPanel(tab) || isPanel(address.tab));
  return sharesTable ? { tab } : { tab, sort: null, find: '', only: null, ward: null };
}

function isPanel(tab: Tab): tab is keyof typeof PANELS {
  return tab in PANELS;
}
