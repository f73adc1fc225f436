import { findDifferences } from './differences';

it('names each leaf that differs, also one that is gone, and nothing else', () => {
  const before = { a: 1, list: [{ b: 2 }, { b: 3 }], gone: null };
  const now = { a: 1, list: [{ b: 2 }, { b: 4 }] };
  expect(findDifferences(before, before)).toEqual([]);
  expect(findDifferences(before, now)).toEqual([
    { path: 'list.1.b', before: 3, now: 4 },
    { path: 'gone', before: null, now: undefined },
  ]);
  expect(findDifferences([], {})).toHaveLength(1);
});
