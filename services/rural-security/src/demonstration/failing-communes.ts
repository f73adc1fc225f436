import { drawNormal } from '@tieuchi/subgraph-kit';
import { DEMONSTRATION_YEARS, type DemonstrationCommune, type DemonstrationYear } from './demonstration-commune';

/** How much of a commune's strength carries over to the next year. */
const CARRY_OVER = 0.75;
const FRESH = Math.sqrt(1 - CARRY_OVER ** 2);

/**
 * A commune's strength in each demonstration year: variance 1 in every year, correlated from year to year, so that
 * most communes that fail recover and some fail again.
 */
export function drawStrengths(code: string): ReadonlyMap<DemonstrationYear, number> {
  const strengths = new Map<DemonstrationYear, number>();
  let strength: number | null = null;
  for (const year of DEMONSTRATION_YEARS) {
    const draw = drawNormal('lat', code, year);
    strength = strength === null ? draw : CARRY_OVER * strength + FRESH * draw;
    strengths.set(year, strength);
  }
  return strengths;
}

/** The codes of the `count` weakest communes, ties by code. */
export function pickWeakest(
  communes: readonly DemonstrationCommune[],
  count: number,
  strengthOf: (code: string) => number,
): Set<string> {
  const ranked = communes
    .map(({ code }) => ({ code, strength: strengthOf(code) }))
    .sort((a, b) => a.strength - b.strength || (a.code < b.code ? -1 : 1));
  return new Set(ranked.slice(0, count).map(({ code }) => code));
}
