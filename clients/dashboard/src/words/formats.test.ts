import { FORMATS, fold } from './formats';

const { vi, en } = FORMATS;

describe('Vietnamese', () => {
  it('groups numbers by points and has a comma before decimals', () => {
    expect([vi.count(7), vi.count(999), vi.count(10035), vi.count(1234567)]).toEqual([
      '7',
      '999',
      '10.035',
      '1.234.567',
    ]);
    expect([vi.percent('98.54'), vi.percent('100'), vi.percent('-0.5'), vi.percent(null)]).toEqual([
      '98,54%',
      '100%',
      '−0,50%',
      '–',
    ]);
  });

  it('gives rates two decimals, more where they have more, and none where they are whole', () => {
    expect(['98.9', '98.90', '98.999', '99', '100'].map(vi.percent)).toEqual([
      '98,90%',
      '98,90%',
      '98,999%',
      '99%',
      '100%',
    ]);
    expect(vi.asPrinted('98.9')).toBe('98,9');
  });

  it('writes days as decrees do', () => {
    expect([vi.day('2025-07-01'), vi.day('2025-02-05'), vi.day('2025-12-31')]).toEqual([
      '01/7/2025',
      '05/02/2025',
      '31/12/2025',
    ]);
  });

  it('has instants at their time in Vietnam, where the day begins seven hours earlier', () => {
    expect([vi.time('2026-03-01T18:05:00.000Z'), vi.dayOf('2026-03-01T18:05:00.000Z')]).toEqual(['01:05', '02/3/2026']);
  });

  it('orders names by its alphabet: Đ after D, tones after letters', () => {
    const names = ['Đà Nẵng', 'Hà Nội', 'Điện Biên', 'Duy Tiên', 'Cần Thơ', 'Hạ Long', 'An Giang'];
    expect(names.toSorted(vi.compare)).toEqual([
      'An Giang',
      'Cần Thơ',
      'Duy Tiên',
      'Đà Nẵng',
      'Điện Biên',
      'Hạ Long',
      'Hà Nội',
    ]);
  });
});

it('English writes numbers and days its own way', () => {
  expect([en.count(10035), en.percent('98.54'), en.day('2025-07-01')]).toEqual(['10,035', '98.54%', '1 July 2025']);
});

it('a text is searched without its marks', () => {
  expect([fold('Đà Nẵng'), fold('Thừa Thiên Huế'), fold('ĐẮK LẮK')]).toEqual(['da nang', 'thua thien hue', 'dak lak']);
});
