import type { ProgrammeFile } from './programme-file';

/** One difference between two versions of a programme; null where there was or is nothing. */
export interface ProgrammeChange {
  /** Elements of lists stand by their key: `indicators["ntm-2021-2025/19.2"].targets["qd-926/t3"].percent`. */
  readonly place: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What names an element of a list, in this order. */
const KEYS = ['id', 'version', 'number', 'year'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** All differences, in the order of the new file; one that only comes or goes is told as a whole. */
export function diffProgrammes(before: ProgrammeFile | null, after: ProgrammeFile): ProgrammeChange[] {
  return diffValues(before ?? {}, after, '');
}

function diffValues(before: unknown, after: unknown, place: string): ProgrammeChange[] {
  if (isFields(before) && isFields(after))
    return diffFields(before, after, (name) => (place ? `${place}.${name}` : name));
  const keyed = keyBoth(before, after);
  if (keyed) {
    const changes = diffFields(keyed.before, keyed.after, (key) => `${place}[${JSON.stringify(key)}]`);
    return [...changes, ...diffOrder(keyed, place)];
  }
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ place, before: before ?? null, after: after ?? null }];
}

function diffFields(before: Fields, after: Fields, placeOf: (name: string) => string): ProgrammeChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.flatMap((name) => diffValues(fieldOf(before, name), fieldOf(after, name), placeOf(name)));
}

/** A name may be one that every object inherits. */
function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Both lists by what names their elements, where that names each of them once. */
function keyBoth(before: unknown, after: unknown): { before: Fields; after: Fields } | null {
  if (!isListOfFields(before) || !isListOfFields(after)) return null;
  const names = (key: string) =>
    [before, after].every((list) => new Set(list.map((one) => one[key])).size === list.length);
  const key = KEYS.find((name) => [...before, ...after].every((one) => Object.hasOwn(one, name)) && names(name));
  if (!key) return null;
  const byKey = (list: readonly Fields[]) => Object.fromEntries(list.map((one) => [`${one[key]}`, one]));
  return { before: byKey(before), after: byKey(after) };
}

function diffOrder({ before, after }: { before: Fields; after: Fields }, place: string): ProgrammeChange[] {
  const inBoth = (of: Fields, other: Fields) => Object.keys(of).filter((key) => Object.hasOwn(other, key));
  const [order, newOrder] = [inBoth(before, after), inBoth(after, before)];
  return order.join('\0') === newOrder.join('\0') ? [] : [{ place: `${place}.order`, before: order, after: newOrder }];
}

function isListOfFields(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
