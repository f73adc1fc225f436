/**
 * The same items, each asked for while the one before is still at work, so that who makes them and who takes them need not
 * wait for each other. Whoever breaks off goes on when what was begun has ended.
 */
export async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let asked = source.next();
    for (;;) {
      const { done, value } = await asked;
      if (done) return;
      asked = source.next();
      // an error of it is told when its turn comes, or to nobody
      asked.catch(() => {});
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
