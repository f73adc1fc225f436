import { ahead } from './ahead';

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** Numbers from 1, each noted when it is begun and when it is made. */
async function* made(count: number, notes: string[], failing = Number.NaN): AsyncGenerator<number> {
  for (let number = 1; number <= count; number += 1) {
    notes.push(`begins ${number}`);
    await pause();
    if (number === failing) throw new Error(`no ${number}`);
    notes.push(`has ${number}`);
    yield number;
  }
}

it('gives every item in its order', async () => {
  const taken: number[] = [];
  for await (const number of ahead(made(3, []), 1)) taken.push(number);
  expect(taken).toEqual([1, 2, 3]);
});

it('begins the next item before the present one is taken on, and no further one', async () => {
  const notes: string[] = [];
  for await (const number of ahead(made(4, notes), 1)) {
    await pause();
    await pause();
    notes.push(`took ${number}`);
    if (number === 2) break;
  }
  expect(notes).toEqual(['begins 1', 'has 1', 'begins 2', 'has 2', 'took 1', 'begins 3', 'has 3', 'took 2']);
});

it('tells an error in its turn: what was made before it is taken', async () => {
  const taken: number[] = [];
  const take = async () => {
    for await (const number of ahead(made(3, [], 2), 1)) {
      await pause();
      await pause();
      taken.push(number);
    }
  };
  await expect(take()).rejects.toThrow('no 2');
  expect(taken).toEqual([1]);
});

it('lets who takes an item go first, and asks for the next when its turn of the event loop has ended', async () => {
  const notes: string[] = [];
  for await (const number of ahead(made(2, notes), 1)) {
    await Promise.resolve();
    notes.push(`sent ${number}`);
    await pause();
  }
  expect(notes).toEqual(['begins 1', 'has 1', 'sent 1', 'begins 2', 'has 2', 'sent 2']);
});

it('asks for as many as it is told to', async () => {
  const notes: string[] = [];
  for await (const _ of ahead(made(9, notes), 3)) {
    for (let turn = 0; turn < 20; turn += 1) await pause();
    break;
  }
  expect(notes.filter((note) => note.startsWith('has'))).toEqual(['has 1', 'has 2', 'has 3', 'has 4']);
});

it('lets who breaks off wait until what was begun has ended, and says nothing of its error', async () => {
  const notes: string[] = [];
  for await (const _ of ahead(made(3, notes), 1)) {
    await pause();
    break;
  }
  expect(notes).toEqual(['begins 1', 'has 1', 'begins 2', 'has 2']);
  for await (const _ of ahead(made(3, [], 2), 1)) {
    await pause();
    break;
  }
});
