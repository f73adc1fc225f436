import 'reflect-metadata';
import { checkPageSize, createConnection, decodeCursor } from './connection';

const ROWS = ['00001', '00004', '00007'].map((code) => ({ code }));

describe('a page', () => {
  it('knows from the one row more that there is a next page, and does not show it', () => {
    const page = createConnection(ROWS, 2, ({ code }) => code);
    expect(page.nodes).toEqual(ROWS.slice(0, 2));
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(decodeCursor(page.pageInfo.endCursor)).toBe('00004');
  });

  it('is the last one when no row more came', () => {
    const page = createConnection(ROWS, 3, ({ code }) => code);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(page.edges.map(({ cursor }) => decodeCursor(cursor))).toEqual(['00001', '00004', '00007']);
  });

  it('has no cursor when it is empty', () => {
    expect(createConnection([], 2, String)).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each([1, 500])('may hold %d nodes', (first) => {
    expect(checkPageSize(first)).toBe(first);
  });

  it.each([
    [0, 'BAD_USER_INPUT'],
    [-1, 'BAD_USER_INPUT'],
    [501, 'PAGE_TOO_LARGE'],
    [2_147_483_647, 'PAGE_TOO_LARGE'],
    [Number.NaN, 'PAGE_TOO_LARGE'],
  ])('may not hold %d nodes', (first, code) => {
    expect(() => checkPageSize(first)).toThrow(expect.objectContaining({ extensions: { code } }));
  });
});

describe('a cursor', () => {
  it('is none before the first page', () => {
    expect(decodeCursor(null)).toBeNull();
    expect(decodeCursor(undefined)).toBeNull();
  });

  it('carries a key in Vietnamese', () => {
    const { pageInfo } = createConnection([{ name: 'Thừa Thiên Huế' }], 1, ({ name }) => name);
    expect(decodeCursor(pageInfo.endCursor)).toBe('Thừa Thiên Huế');
  });

  const sound = createConnection(ROWS, 1, ({ code }) => code).pageInfo.endCursor as string;
  it.each([
    ['empty', ''],
    ['padded', `${sound}=`],
    ['with a blank', ` ${sound}`],
    ['cut', sound.slice(0, -1)],
    ['not UTF-8', Buffer.from([0xff, 0xfe]).toString('base64url')],
    [
      'with a NUL, which PostgreSQL refuses',
      createConnection([{ code: '00001\0' }], 1, ({ code }) => code).pageInfo.endCursor,
    ],
    ['a key without its checksum', Buffer.from('00001').toString('base64url')],
    ['plain text', "00001' or true --"],
  ])('is refused with a code when it is %s', (_what, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
  });

  it('is refused with any one letter changed', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const changed = [...sound].flatMap((was, place) =>
      [...letters]
        .filter((letter) => letter !== was)
        .map((letter) => sound.slice(0, place) + letter + sound.slice(place + 1)),
    );
    expect(changed.length).toBe(63 * sound.length);
    for (const cursor of changed) {
      expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
    }
  });
});
