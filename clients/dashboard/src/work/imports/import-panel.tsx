import type { SignedView } from '../work-view';

export function ImportPanel({ view }: { readonly view: SignedView }) {
  return <p>{view.work.imports.title}</p>;
}
