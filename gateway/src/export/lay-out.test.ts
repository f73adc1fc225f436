import type { ExportLayout } from '@tieuchi/schema';
import { layOut } from './lay-out';

const LAYOUT: ExportLayout = {
  document: '',
  rows: 'list.nodes',
  origin: 'found.origin',
  columns: [
    { heading: 'STT', value: '#' },
    { heading: 'Mã', value: 'unit.code' },
    { heading: 'ND', each: 'found.items', number: 'number', value: 'verdict', words: { MET: 'Đ', NOT_MET: 'C' } },
    { heading: 'Đủ', value: 'is', words: { true: 'Đủ', false: 'Thiếu' } },
  ],
};
const row = (code: string, items: { number: number; verdict: string }[], origin = 'RECORDED', is = true) => ({
  unit: { code },
  is,
  found: { origin, items },
});
const pages = (...all: object[][]) => all.map((nodes) => ({ list: { nodes } }));

describe('the table of an answer', () => {
  it('goes on over pages, keeps codes as they are, and has a column for every content of any row', () => {
    const first = row('00004', [{ number: 2, verdict: 'NOT_MET' }]);
    const second = row('00005', [{ number: 1, verdict: 'MET' }], 'RECORDED', false);
    expect(layOut(LAYOUT, pages([first], [second]), {})).toEqual({
      headings: ['STT', 'Mã', 'ND1', 'ND2', 'Đủ'],
      rows: [
        ['1', '00004', '', 'C', 'Đủ'],
        ['2', '00005', 'Đ', '', 'Thiếu'],
      ],
      isSynthetic: false,
    });
  });

  it('has the rows that were asked for, in that order, and refuses a row that there is not', () => {
    const keyed = { ...LAYOUT, key: 'unit.code' };
    const some = pages([row('1', []), row('2', [])], [row('3', [])]);
    const codesOf = (wanted: string[]) => layOut(keyed, some, {}, wanted).rows.map(([, code]) => code);
    expect(codesOf(['3', '1'])).toEqual(['3', '1']);
    expect(() => codesOf(['3', '4'])).toThrow(/no row "4"/);
    expect(() => layOut(LAYOUT, some, {}, ['1'])).toThrow(/rows/);
  });

  it('leaves out rows without what its rows are about', () => {
    const outside = { unit: { code: '2' }, is: true, found: null };
    expect(layOut({ ...LAYOUT, has: 'found' }, pages([row('1', []), outside]), {}).rows).toHaveLength(1);
  });

  it('says in a last column where each row comes from, once one of them was made by the software', () => {
    const made = row('1', [], 'SYNTHETIC');
    const { headings, rows, isSynthetic } = layOut(LAYOUT, pages([made]), { SYNTHETIC: 'MÔ PHỎNG' });
    expect(isSynthetic).toBe(true);
    expect([headings.at(-1), rows[0]?.at(-1)]).toEqual(['nguon_so_lieu', 'MÔ PHỎNG']);
    const ofAll = { ...LAYOUT, origin: '$.origin' };
    expect(layOut(ofAll, [{ origin: 'SYNTHETIC', list: { nodes: [row('1', [])] } }], {}).isSynthetic).toBe(true);
  });

  it('leaves a cell empty where the answer has nothing, and writes other values as they are', () => {
    const bare = { unit: null, is: null, found: null };
    expect(layOut(LAYOUT, pages([bare]), {}).rows).toEqual([['1', '', '']]);
    expect(layOut(LAYOUT, pages([row('1', [{ number: 1, verdict: 'UNKNOWN' }])]), {}).rows[0]?.[2]).toBe('UNKNOWN');
  });
});
