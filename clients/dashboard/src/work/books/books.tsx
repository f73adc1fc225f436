import type { SignedView } from '../work-view';

export function Books({ view }: { readonly view: SignedView }) {
  return <p>{view.work.books.choose}</p>;
}
