import { parseAddress } from '../address/address';
import { closeByEscape } from './drawer-focus';
import type { Navigator } from './navigator';

/** How long a pause in typing is. */
const PAUSE_MS = 150;

/**
 * Links and forms of the page are plain ones, which work without scripts; with them they are followed without loading the
 * page anew. Links to other paths, files and other windows are left to the browser.
 */
export function followLinksAndForms(document: Document, navigator: Navigator): void {
  document.addEventListener('click', (event) => followLink(event, navigator));
  document.addEventListener('submit', (event) => followForm(event, navigator));
  document.addEventListener('change', (event) => followChoice(event));
  document.addEventListener('keydown', closeByEscape);
  let pause: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('input', (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.dataset.follow !== 'live') return;
    clearTimeout(pause);
    pause = setTimeout(() => navigator.correct(parseAddress(searchOf(form))), PAUSE_MS);
  });
}

function followLink(event: MouseEvent, navigator: Navigator): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (!isPlain || event.defaultPrevented || !link || !href || link.hasAttribute('download')) return;
  const url = new URL(href, location.href);
  if (url.origin !== location.origin || url.pathname !== '/' || href.startsWith('#')) return;
  event.preventDefault();
  const address = parseAddress(url.search);
  void (link.dataset.again === undefined ? navigator.go(address) : navigator.reload(address));
}

function followForm(event: SubmitEvent, navigator: Navigator): void {
  const form = event.target as HTMLFormElement;
  if (form.dataset.follow === undefined) return;
  event.preventDefault();
  void navigator.go(parseAddress(searchOf(form)));
}

/** A choice is followed at once, without what it makes void: another programme has other years. */
function followChoice(event: Event): void {
  const field = event.target as HTMLInputElement;
  const { form } = field;
  if (form?.dataset.follow !== 'choices') return;
  for (const name of (field.dataset.clears ?? '').split(' ')) {
    const cleared = form.elements.namedItem(name);
    if (cleared instanceof HTMLSelectElement) cleared.disabled = true;
  }
  form.requestSubmit();
  for (const element of form.elements) if (element instanceof HTMLSelectElement) element.disabled = false;
}

function searchOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  return new URLSearchParams(entries).toString();
}
