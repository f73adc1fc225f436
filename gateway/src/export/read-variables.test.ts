import { parse } from 'graphql';
import { isPaged, readVariables } from './read-variables';

const PAGED = parse('query Q($code: ID!, $year: Int!, $all: Boolean, $filter: F, $first: Int!, $after: String) { a }');
const read = (search: string) => readVariables(PAGED, new URLSearchParams(search));

it('reads a variable by its type: codes stay texts, years become numbers', () => {
  expect(read('code=01&year=2025&all=true&filter={"a":[1]}')).toEqual({
    code: '01',
    year: 2025,
    all: true,
    filter: { a: [1] },
  });
});

it.each([
  ['nothing=1', /known: code, year, all, filter\./],
  ['first=1', /No parameter "first"/],
  ['filter={', /filter is no JSON/],
])('refuses %s', (search, message) => {
  expect(() => read(search)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(message),
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    }),
  );
});

it('is asked page by page where the operation takes a cursor', () => {
  expect([isPaged(PAGED), isPaged(parse('{ a }'))]).toEqual([true, false]);
});
