import { type Address, PICTURE_TABS, printAddress, type Tab } from '../address/address';
import type { Ask } from '../data/answer';
import { loadPage } from '../data/load-page';
import type { PageContent } from '../data/page-content';
import { createView, type View } from '../page/view';
import { moveFocus } from './drawer-focus';

/** Views that are shown again without asking. */
const KEPT = 20;

/** Leads from one address to another: asks what the new one shows, and shows what stands meanwhile. */
export class Navigator {
  private readonly kept = new Map<string, PageContent>();
  private asked = 0;
  /** The address that is being loaded, as it is printed; null while nothing is. */
  private awaited: string | null = null;

  constructor(
    private address: Address,
    private content: PageContent,
    private readonly ask: Ask,
    private readonly onView: (view: View) => void,
  ) {
    this.kept.set(keyOf(address), content);
  }

  /** Another view of the page, which back leads away from. */
  async go(address: Address): Promise<void> {
    // a choice that is sent by its key is sent twice: as it changes, and as a form
    if (this.awaited === printAddress(address)) return;
    history.pushState(null, '', `/${printAddress(address)}`);
    return this.show(address);
  }

  /** The same view, said more exactly: while somebody types. */
  correct(address: Address): Promise<void> {
    history.replaceState(null, '', `/${printAddress(address)}`);
    return this.show(address);
  }

  /** Asks again, also what is kept. */
  reload(address: Address): Promise<void> {
    this.kept.clear();
    return this.show(address);
  }

  /** Shows an address that stands in the address bar already. */
  async show(address: Address): Promise<void> {
    this.asked += 1;
    const own = this.asked;
    this.awaited = null;
    const kept = this.kept.get(keyOf(address));
    if (kept) return this.present(address, kept);
    this.awaited = printAddress(address);
    this.onView(createView(this.address, this.content, 'loading', address));
    try {
      const content = await loadPage(address, this.ask, this.content);
      // somebody went on meanwhile
      if (own !== this.asked) return;
      // what has holes is asked again next time
      if (content.faults.length === 0) this.keep(address, content);
      this.present(address, content);
    } catch {
      if (own !== this.asked) return;
      this.awaited = null;
      this.onView(createView(this.address, this.content, this.content.standing ? 'stale' : 'failed', address));
    }
  }

  private present(address: Address, content: PageContent): void {
    const before = this.address;
    this.awaited = null;
    this.address = address;
    this.content = content;
    this.onView(createView(address, content));
    if (address.place !== before.place) beginAtMain();
    else moveFocus(before, address);
  }

  private keep(address: Address, content: PageContent): void {
    this.kept.set(keyOf(address), content);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value as string);
  }
}

/** Another place is another page: reading begins at its top. */
function beginAtMain(): void {
  scrollTo(0, 0);
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** What decides what is asked; the rest only arranges it. */
function keyOf(address: Address): string {
  const { programme, indicator, year, map, known, place, rows, tab, language, rule, ward } = address;
  const isPicture = (PICTURE_TABS as readonly Tab[]).includes(tab);
  const asksOfItsOwn = isPicture && tab !== 'years' ? null : tab;
  return JSON.stringify([
    [programme, indicator, year, map, known, place, language],
    [rows === 'communes', asksOfItsOwn, ...(isPicture ? [] : [rule, ward])],
  ]);
}
