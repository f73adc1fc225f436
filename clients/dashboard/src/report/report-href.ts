import { type Address, printAddress, START } from '../address/address';
import type { View } from '../page/view';

/** The address of the sheet of a view's place: the same question, with something of it changed. */
export function reportHref({ address }: Pick<View, 'address'>, change: Partial<Address> = {}): string {
  const { programme, indicator, year, map, known, language, place } = { ...address, ...change };
  return `/report/${place}${printAddress({ ...START, programme, indicator, year, map, known, language })}`;
}
