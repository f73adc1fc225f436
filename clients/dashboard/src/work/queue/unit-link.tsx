import { workHref } from '../work-address';
import type { SignedView } from '../work-view';

interface UnitLinkProps {
  readonly view: SignedView;
  readonly unit: { readonly code: string; readonly name: string } | null;
}

/** To the form of a commune. */
export function UnitLink({ view, unit }: UnitLinkProps) {
  return unit && <a href={workHref(view.address, { unit: unit.code })}>{unit.name}</a>;
}
