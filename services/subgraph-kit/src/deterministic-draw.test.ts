import { createHash, hash } from 'node:crypto';
import {
  digestOf,
  drawHash,
  drawInteger,
  drawNormal,
  drawUniform,
  drawWorkingInstant,
  sortByDraw,
} from './deterministic-draw';

const CODES = Array.from({ length: 20_000 }, (_, index) => String(index).padStart(5, '0'));

describe('a deterministic draw', () => {
  it('is the SHA-256 of the seed and the key, so that anybody can repeat it with sha256sum', () => {
    // printf 'tieuchi-demo-1|lat|00001|2025' | sha256sum
    const expected = createHash('sha256').update('tieuchi-demo-1|lat|00001|2025').digest('hex');
    expect(drawHash('lat', '00001', 2025)).toBe(expected);
    expect(drawHash('profile', '01')).toBe('471fcb6ad6684a0dbe6f7d9a1f9ed699c4580362741e7dc853e0ee46d88105d5');
  });

  it('does not need the one-shot hash of newer Node versions', () => {
    expect(digestOf(undefined)('Tiêu chí')).toBe(digestOf(hash)('Tiêu chí'));
  });

  it('takes the uniform draw from the first 48 bits only', () => {
    const expected = CODES.map((code) => Number(BigInt(`0x${drawHash('mult', code)}`) >> 208n) / 281_474_976_710_656);
    expect(CODES.map((code) => drawUniform('mult', code))).toEqual(expected);
  });

  it('spreads uniform draws evenly over [0, 1)', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const code of CODES) tenths[Math.floor(drawUniform('spread', code) * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(170);
  });

  it('gives normal draws with mean 0 and variance 1', () => {
    const draws = CODES.map((code) => drawNormal('lat', code));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + draw ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });

  it('draws both ends of a range of whole numbers and nothing outside', () => {
    const seen = new Set(CODES.slice(0, 500).map((code) => drawInteger(-2, 2, 'range', code)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('draws instants of a day from 7:30 to 11:30 and from 13:30 to 17:00 in Vietnam', () => {
    const instants = CODES.map((code) => drawWorkingInstant('2025-06-30', code));
    const workingHours =
      /^2025-06-30T(07:[345]\d|08:..|09:..|10:..|11:[012]\d|13:[345]\d|14:..|15:..|16:..):[0-5]\d\+07:00$/;
    expect(instants.filter((instant) => !workingHours.test(instant) || Number.isNaN(Date.parse(instant)))).toEqual([]);
    expect(new Set(instants.map((instant) => instant.slice(11, 13))).size).toBe(9);
  });

  it('sorts the same elements into the same order, whatever order they come in', () => {
    const codes = CODES.slice(0, 50);
    const sorted = sortByDraw(codes, (code) => ['order', code]);
    expect(sortByDraw([...codes].reverse(), (code) => ['order', code])).toEqual(sorted);
    expect(sorted).not.toEqual(codes);
    expect(sorted.map((code) => drawHash('order', code))).toEqual(codes.map((code) => drawHash('order', code)).sort());
  });
});
