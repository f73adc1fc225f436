import type { Day } from '@tieuchi/subgraph-kit';

interface Validity {
  readonly id: string;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/**
 * The default programme of a day: the one whose term holds it. A standard without an end (TT 124, QĐ 510) holds beside
 * programmes and is none. Of several terms the one that began last, then the first id; between two terms there is none.
 */
export function findProgrammeInForce<P extends Validity>(programmes: readonly P[], day: Day): P | null {
  const inForce = programmes.filter(
    ({ validFrom, validTo }) => validTo !== null && (validFrom ?? '') <= day && day <= validTo,
  );
  const [first] = inForce.sort((a, b) => compare(b.validFrom ?? '', a.validFrom ?? '') || compare(a.id, b.id));
  return first ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
