import { useEffect, useState } from 'preact/hooks';

/**
 * What only browsers load, when it is first looked at: null on the server and until it is there.
 * @param load must be the same function each time
 * @throws in rendering never: a picture that cannot be loaded leaves its words, and the table says the same
 */
export function useBrowserOnly<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setLoaded({ value }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded?.value ?? null;
}

/** What stands on the server for a part that only browsers load. */
export function onlyInBrowsers(): Promise<never> {
  return Promise.reject(new Error('this part is loaded by browsers only'));
}
