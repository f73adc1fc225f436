import DataLoader from 'dataloader';

/**
 * A loader that finds many rows in one statement and hands each key its own.
 * @param find called once per batch with the distinct keys
 * @param keyOf the key that a found row answers
 * @returns a loader that gives `null` for a key without a row
 */
export function batchOne<K extends string, R>(
  find: (keys: readonly K[]) => Promise<readonly R[]>,
  keyOf: (row: R) => K,
): DataLoader<K, R | null> {
  return new DataLoader(async (keys) => {
    const byKey = new Map<K, R>();
    for (const row of await find(keys)) byKey.set(keyOf(row), row);
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** Like {@link batchOne} for keys that have many rows each; a key without rows gets an empty list, order is kept. */
export function batchMany<K extends string, R>(
  find: (keys: readonly K[]) => Promise<readonly R[]>,
  keyOf: (row: R) => K,
): DataLoader<K, R[]> {
  return new DataLoader(async (keys) => {
    const byKey = new Map<K, R[]>(keys.map((key) => [key, []]));
    for (const row of await find(keys)) byKey.get(keyOf(row))?.push(row);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

/**
 * Loaders that share arguments: one batch for each distinct set of arguments of a field.
 * `loaderFor({ indicator, year }).load(unitId)` batches the units that ask with the same arguments.
 */
export function loaderByArguments<A extends object, K, R>(
  create: (args: A) => DataLoader<K, R>,
): (args: A) => DataLoader<K, R> {
  const loaders = new Map<string, DataLoader<K, R>>();
  return (args) => {
    const key = JSON.stringify(args);
    const loader = loaders.get(key) ?? create(args);
    loaders.set(key, loader);
    return loader;
  };
}
