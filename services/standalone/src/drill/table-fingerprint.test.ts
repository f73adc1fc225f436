import { compareFingerprints } from './table-fingerprint';

const TABLE = { table: 'a.b', rows: 2, hash: '7' };

describe('a restored table', () => {
  it.each([
    ['is the same', [TABLE], []],
    ['is not there', [], ['a.b was not restored']],
    ['lost a row', [{ ...TABLE, rows: 1 }], ['a.b had 2 rows and has 1']],
    ['has another row', [{ ...TABLE, hash: '8' }], ['a.b has 2 rows as before, and not the same ones']],
    ['was not there before', [TABLE, { ...TABLE, table: 'a.c' }], ['a.c was not there before']],
  ])('that %s is told apart', (_what, after, differences) => {
    expect(compareFingerprints([TABLE], after)).toEqual(differences);
  });
});
