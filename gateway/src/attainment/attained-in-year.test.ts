import { findAttainedYear } from './attained-in-year';
import type { Counts } from './counts';
import { countsOf, targetOf } from './counts.fixture';

const attainedIn = (year: number, years: Record<number, Counts>) =>
  findAttainedYear(year, new Map(Object.entries(years).map(([key, counts]) => [Number(key), counts])), targetOf('99'));

test('the latest of the earlier years is named, in whatever order they come', () => {
  expect(attainedIn(2025, { 2022: countsOf(100, 0), 2024: countsOf(100, 0), 2025: countsOf(9, 1) })).toBe(2024);
  const backwards = new Map([2025, 2024, 2022].map((year) => [year, countsOf(100, 0)]));
  expect(findAttainedYear(2025, backwards, targetOf('99'))).toBe(2024);
});

test('neither the year itself nor a later one is an earlier one', () => {
  expect(attainedIn(2024, { 2024: countsOf(100, 0), 2025: countsOf(100, 0) })).toBeNull();
});

test('a year that the unknowns might have attained did not', () => {
  expect(attainedIn(2025, { 2024: countsOf(98, 0, 2), 2025: countsOf(9, 1) })).toBeNull();
});

test('each year is held against its own population', () => {
  expect(attainedIn(2025, { 2024: countsOf(10, 0), 2025: countsOf(90, 10) })).toBe(2024);
});

test('nothing is said of a year without counts', () => {
  expect(attainedIn(2025, { 2024: countsOf(100, 0) })).toBeNull();
});
