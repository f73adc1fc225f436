import type { ItemFacts } from './judgement';
import type { Measures } from './rule';

/** Facts of a unit on the same land as the year before; what is not given is not known. */
export function factsOf(measures: Measures | null, earlier: Partial<Omit<ItemFacts, 'measures'>> = {}): ItemFacts {
  return { measures, before: null, base: null, isComparable: true, ...earlier };
}
