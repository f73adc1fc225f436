import { hydrate } from 'preact';
import { parseWorkAddress } from './work/work-address';
import { WorkPage } from './work/work-page';
import { createWorkView, type WorkContent } from './work/work-view';
import './styles/work.css';

/** Takes over the frame that the server rendered; what is in it depends on the token of this tab. */
function start(): void {
  const content: WorkContent = JSON.parse(document.getElementById('page-content')?.textContent ?? 'null');
  const view = createWorkView(parseWorkAddress(location.search), content);
  hydrate(<WorkPage view={view} />, document.getElementById('page') as HTMLElement);
  document.documentElement.dataset.ready = 'true';
}

start();
