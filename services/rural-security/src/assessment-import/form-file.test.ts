import { TableFileError } from '@tieuchi/subgraph-kit';
import { type FormFile, readFormFile } from './form-file';

const textOf = (count: number, length: number) =>
  Array.from({ length: count }, (_, row) => `${row},${'x'.repeat(length)}\n`).join('');

async function firstsOf(pieces: ReturnType<FormFile['pieces']>) {
  const firsts: (string | undefined)[] = [];
  for await (const piece of pieces) firsts.push(...piece.map(({ cells }) => cells[0]));
  return firsts;
}

it.each([
  ['short', 3, 1, true],
  ['longer than what is kept', 21, 100_000, false],
])('gives all rows of a file that is %s, from the first', async (_what, count, length, isKept) => {
  const file = await readFormFile(Buffer.from(textOf(count, length)));
  const expected = Array.from({ length: count }, (_, row) => String(row));
  expect(file.rowsTotal).toBe(count);
  expect(Array.isArray(file.pieces())).toBe(isKept);
  expect(await firstsOf(file.pieces())).toEqual(expected);
});

it('refuses a file that is broken at its end before any row of it is given', async () => {
  await expect(readFormFile(Buffer.from(`${textOf(3, 1)}"open`))).rejects.toThrow(TableFileError);
});
