import type { Tally } from './counts';

/**
 * Units still missing if every unknown one fails: the largest that it can be.
 * Shortfalls of provinces do not add up to that of the country, because each is rounded up on its own.
 */
export function shortfall({ met }: Tally, required: number): number {
  return Math.max(0, required - met);
}

/** Units still missing even if every unknown one passes: the smallest that the shortfall can be. */
export function shortfallIfUnknownsPass({ met, unknown }: Tally, required: number): number {
  return Math.max(0, required - met - unknown);
}

/** Units met beyond the required ones, certain whatever the unknown ones turn out to be. */
export function surplus({ met }: Tally, required: number): number {
  return Math.max(0, met - required);
}
