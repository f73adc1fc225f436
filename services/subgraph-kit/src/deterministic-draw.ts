import * as crypto from 'node:crypto';

/** A part of a draw's key: a tag, a code or a year. */
export type DrawKey = string | number;

/** Part of every key: another seed is another set of demonstration data. */
const SEED = 'tieuchi-demo-1';

/** Working hours: 7:30 to 11:30 and 13:30 to 17:00, in seconds of the day. */
const MORNING = { start: 27_000, length: 14_400 };
const AFTERNOON = { start: 48_600, length: 12_600 };

const sha256 = digestOf(crypto.hash);

/**
 * One draw: SHA-256 of the seed and the key parts joined by "|", as 64 hexadecimal digits.
 * A draw depends on its key alone, never on the draws before it: the order of rows and the platform do not matter.
 */
export function drawHash(...key: readonly DrawKey[]): string {
  return sha256(`${SEED}|${key.join('|')}`);
}

/** A draw from the uniform distribution on [0, 1): the first 48 bits of the hash divided by 2^48. */
export function drawUniform(...key: readonly DrawKey[]): number {
  return Number.parseInt(drawHash(...key).slice(0, 12), 16) / 2 ** 48;
}

/** A whole number from `lowest` to `highest`, both included, each as likely as the others. */
export function drawInteger(lowest: number, highest: number, ...key: readonly DrawKey[]): number {
  return lowest + Math.floor(drawUniform(...key) * (highest - lowest + 1));
}

/**
 * A draw with mean 0 and variance 1, near the normal distribution and inside ±4.9: the sum of the hash's eight 32-bit words.
 * Only sums, one product and a square root, which IEEE 754 fixes to the bit; `Math.log` and `Math.cos` differ among platforms.
 */
export function drawNormal(...key: readonly DrawKey[]): number {
  const hash = drawHash(...key);
  let sum = 0;
  for (let start = 0; start < 64; start += 8) sum += Number.parseInt(hash.slice(start, start + 8), 16);
  return (sum / 2 ** 32 - 4) * Math.sqrt(1.5);
}

/**
 * An instant `YYYY-MM-DDThh:mm:ss+07:00` in the working hours of that day in Vietnam.
 * Weekends count as working days: the recipe's delays are calendar days.
 */
export function drawWorkingInstant(day: string, ...key: readonly DrawKey[]): string {
  const second = drawInteger(0, MORNING.length + AFTERNOON.length - 1, 'time', ...key, day);
  const ofDay = second < MORNING.length ? MORNING.start + second : AFTERNOON.start + second - MORNING.length;
  return `${day}T${twoDigits(ofDay / 3_600)}:${twoDigits((ofDay / 60) % 60)}:${twoDigits(ofDay % 60)}+07:00`;
}

function twoDigits(value: number): string {
  const whole = Math.floor(value);
  return whole < 10 ? `0${whole}` : String(whole);
}

/** A copy of the list in the order of each element's draw. The order of the input does not matter. */
export function sortByDraw<T>(list: readonly T[], keyOf: (element: T) => readonly DrawKey[]): T[] {
  return list
    .map((element) => ({ element, hash: drawHash(...keyOf(element)) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ element }) => element);
}

/**
 * SHA-256 of a text as hexadecimal digits.
 * @param oneShot `crypto.hash`, a release candidate in Node 20 and 3.5 times as fast as `createHash`, or undefined where it is missing
 */
export function digestOf(oneShot: typeof crypto.hash | undefined): (text: string) => string {
  if (oneShot) return (text) => oneShot('sha256', text, 'hex');
  return (text) => crypto.createHash('sha256').update(text).digest('hex');
}
