import { hydrate, render } from 'preact';
import { parseAddress } from './address/address';
import { askOverHttp } from './data/ask-over-http';
import type { PageContent } from './data/page-content';
import { readToken } from './data/session';
import { followLinksAndForms } from './navigation/follow';
import { Navigator } from './navigation/navigator';
import { Page } from './page/page';
import { titleOf } from './page/title';
import { createView, type View } from './page/view';
import './styles/page.css';
import './styles/figures.css';
import './styles/table.css';
import './styles/panels.css';
import './styles/print.css';

/** Takes over the page that the server rendered; from here on only what changes is asked. */
function start(): void {
  const root = document.getElementById('page') as HTMLElement;
  const content: PageContent = JSON.parse(document.getElementById('page-content')?.textContent ?? 'null');
  const address = parseAddress(location.search);
  let shown = createView(address, content);
  const show = (view: View) => {
    shown = view;
    document.title = titleOf(view);
    document.documentElement.lang = view.address.language;
    render(<Page view={view} />, root);
  };
  hydrate(<Page view={shown} />, root);
  const navigator = new Navigator(address, content, askOverHttp, show);
  followLinksAndForms(document, navigator);
  addEventListener('popstate', () => navigator.show(parseAddress(location.search)));
  addEventListener('beforeprint', () => show({ ...shown, isPrinted: true }));
  addEventListener('afterprint', () => show({ ...shown, isPrinted: false }));
  // the server rendered for whoever asks without a sign-in
  if (readToken() !== null) navigator.reload(address);
  document.documentElement.dataset.ready = 'true';
}

start();
