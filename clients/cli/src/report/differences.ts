/** One place of an answer at which two differ. */
export interface Difference {
  /** "country.attainment.met" */
  readonly path: string;
  readonly before: unknown;
  readonly now: unknown;
}

/** Where two answers of the same operation differ, leaf by leaf in the order of the answer. */
export function findDifferences(before: unknown, now: unknown, path: readonly string[] = []): Difference[] {
  if (!isTree(before) || !isTree(now) || Array.isArray(before) !== Array.isArray(now)) {
    return Object.is(before, now) ? [] : [{ path: path.join('.'), before, now }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].flatMap((name) => findDifferences(before[name], now[name], [...path, name]));
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
