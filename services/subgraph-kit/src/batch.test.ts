import { batchMany, batchOne, loaderByArguments } from './batch';

interface Row {
  readonly unitId: string;
  readonly year: number;
}

const ROWS: readonly Row[] = [
  { unitId: 'b', year: 2025 },
  { unitId: 'a', year: 2024 },
  { unitId: 'b', year: 2023 },
];

function createFind() {
  return jest.fn(async (keys: readonly string[]) => ROWS.filter(({ unitId }) => keys.includes(unitId)));
}

describe('a batch with one row a key', () => {
  it('finds once for all keys of a moment, each key once', async () => {
    const find = createFind();
    const loader = batchOne(find, ({ unitId }) => unitId);
    await Promise.all(['a', 'b', 'a', 'missing'].map((key) => loader.load(key)));
    expect(find.mock.calls).toEqual([[['a', 'b', 'missing']]]);
  });

  it('hands each key its own row whatever order they are found in, and null to a key without one', async () => {
    const loader = batchOne(createFind(), ({ unitId }) => unitId);
    const loaded = await loader.loadMany(['missing', 'a', 'b']);
    expect(loaded.map((row) => row && (row as Row).unitId)).toEqual([null, 'a', 'b']);
  });

  it('gives each key the error of the one statement', async () => {
    const loader = batchOne<string, Row>(
      () => Promise.reject(new Error('gone')),
      ({ unitId }) => unitId,
    );
    const settled = await Promise.allSettled([loader.load('a'), loader.load('b')]);
    expect(settled.map((one) => one.status === 'rejected' && one.reason.message)).toEqual(['gone', 'gone']);
  });
});

describe('a batch with many rows a key', () => {
  it('keeps the order in which the rows were found, and an empty list for a key without rows', async () => {
    const find = createFind();
    const loaded = await batchMany(find, ({ unitId }) => unitId).loadMany(['missing', 'b', 'a']);
    expect(loaded).toEqual([[], [ROWS[0], ROWS[2]], [ROWS[1]]]);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('leaves out a row that nobody asked for', async () => {
    const loader = batchMany(
      async () => ROWS,
      ({ unitId }) => unitId,
    );
    expect(await loader.load('a')).toEqual([ROWS[1]]);
  });
});

describe('loaders by arguments', () => {
  it('make one batch for each distinct set of arguments', async () => {
    const finds: [number, readonly string[]][] = [];
    const loaderFor = loaderByArguments(({ year }: { year: number }) =>
      batchOne(
        async (keys: readonly string[]) => {
          finds.push([year, keys]);
          return ROWS.filter((row) => row.year === year);
        },
        ({ unitId }) => unitId,
      ),
    );
    const asked = [
      ['a', 2024],
      ['b', 2025],
      ['b', 2024],
    ] as const;
    const loaded = await Promise.all(asked.map(([unitId, year]) => loaderFor({ year }).load(unitId)));
    expect(finds).toEqual([
      [2024, ['a', 'b']],
      [2025, ['b']],
    ]);
    expect(loaded).toEqual([ROWS[1], ROWS[0], null]);
  });
});
