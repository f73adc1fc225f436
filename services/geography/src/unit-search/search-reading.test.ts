import fc from 'fast-check';
import { readSearchText } from './search-reading';

/** Readings as `text [kinds] <patterns of parents> =`, the last where the name must be exact. */
function read(text: string): string[] {
  return readSearchText(text).readings.map(({ text: name, kinds, within, isExact }) =>
    [name, kinds && `[${kinds.join(' ')}]`, ...within.map((one) => `<${one}>`), isExact && '=']
      .filter(Boolean)
      .join(' '),
  );
}

describe('a typed text', () => {
  it.each([
    ['Huế', ['hue']],
    ['xã Xa Dung', expect.arrayContaining(['xa xa dung', 'xa dung [RURAL_COMMUNE]'])],
    ['TP Huế', ['tp hue', 'hue [CENTRALLY_RUN_CITY PROVINCIAL_CITY MUNICIPAL_CITY]', 'tp <%|hue%> =']],
    ['T.P. Huế', expect.arrayContaining(['hue [CENTRALLY_RUN_CITY PROVINCIAL_CITY MUNICIPAL_CITY]'])],
    ['p. Ba Đình', expect.arrayContaining(['p ba dinh', 'ba dinh [WARD]'])],
    ['q1', expect.arrayContaining(['1 [URBAN_DISTRICT]'])],
    ['Phường 05', expect.arrayContaining(['5 [WARD]'])],
    ['p12 q3', expect.arrayContaining(['12 [WARD] <%|3|%> ='])],
    ['thị xã Phú Thọ', expect.arrayContaining(['phu tho [TOWN]'])],
    ['Thai Nguyen province', expect.arrayContaining(['thai nguyen [PROVINCE]'])],
    ['tan lap bac son', expect.arrayContaining(['tan lap <%|bac son%> =', 'tan lap bac <%|son%> ='])],
  ])('%s is read as %j', (text, readings) => {
    expect(read(text)).toEqual(readings);
  });

  it('names a parent after a comma or a dash without a guess', () => {
    const line = ['xa tan lap <%|bac son%> <%|lang son%>', 'tan lap [RURAL_COMMUNE] <%|bac son%> <%|lang son%>'];
    expect(read('Xã Tân Lập – huyện Bắc Sơn – tỉnh Lạng Sơn').slice(2)).toEqual(line);
    expect(read('xa tan lap, h. bac son, lang son').slice(2)).toEqual(line);
  });

  it.each([
    ['00004', '00004'],
    ['14', '14'],
    ['vn', 'VN'],
    ['123456', null],
    ['Phường 14', null],
  ])('%s is the code %s', (text, code) => {
    expect(readSearchText(text).code).toBe(code);
  });

  it.each(['', ' ', 'a', 'Đ', '7', '%', '_', '\\', '"\'', '\u0301\u0323', '\u0000', '\ud800', '河内', ',,,'])(
    '%j is refused: nothing to search by',
    (text) => {
      expect(() => readSearchText(text)).toThrow(/type at least 2 letters of a name, or a code/);
    },
  );

  it('of 10,000 characters is refused by its length, without being repeated', () => {
    expect(() => readSearchText('a'.repeat(10_000))).toThrow(
      'text: 10000 characters – a name to search by has at most 100.',
    );
  });

  it('gives at most 20 readings, none of them with a wildcard of LIKE that was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 50 }), (text) => {
        fc.pre(/[a-z]{2}/.test(text) && text.length <= 100);
        const { readings } = readSearchText(text);
        expect(readings.length).toBeLessThanOrEqual(20);
        for (const { text: name, within } of readings) {
          expect(name).toMatch(/^[a-z0-9 ]+$/);
          for (const pattern of within) expect(pattern).toMatch(/^%\|[a-z0-9 ]+(%|\|%)$/);
        }
      }),
    );
  });
});
