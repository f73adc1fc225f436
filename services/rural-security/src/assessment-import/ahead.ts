import { setImmediate as turn } from 'node:timers/promises';

/**
 * The same items, each asked for while those before are still at work, so that who makes them and who takes them need not
 * wait for each other. Whoever takes one goes on first: the next is asked for when that has sent what it had to send.
 * Whoever breaks off goes on when what was begun has ended.
 * @param count how many are asked for beyond the one that is taken; so many more are in memory
 */
export async function* ahead<T>(source: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  const asked: Promise<IteratorResult<T>>[] = [];
  const ask = () => {
    const next = turn().then(() => source.next());
    // an error of it is told when its turn comes, or to nobody
    next.catch(() => {});
    asked.push(next);
  };
  try {
    for (let each = 0; each < count; each += 1) ask();
    for (;;) {
      const { done, value } = await (asked.shift() as Promise<IteratorResult<T>>);
      if (done) return;
      ask();
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
