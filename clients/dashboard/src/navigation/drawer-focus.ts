import type { Address } from '../address/address';

/** A drawer that opens takes the focus; one that closes gives it to what opens it. */
export function moveFocus(before: Address, after: Address): void {
  if (before.ward === after.ward) return;
  const target = after.ward === null ? openerOf(before.ward) : document.getElementById('drawer-title');
  target?.focus();
}

function openerOf(ward: string | null): HTMLElement | null {
  const links = document.querySelectorAll<HTMLAnchorElement>('#rows tbody a');
  const opener = [...links].find(({ href }) => new URL(href).searchParams.get('ward') === ward);
  return opener ?? document.getElementById('main');
}

/** Escape closes the drawer that the focus is in. */
export function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
  event.target.closest('dialog')?.querySelector<HTMLElement>('[data-closes]')?.click();
}
