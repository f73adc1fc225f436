import fc from 'fast-check';
import {
  type Address,
  addressFields,
  GROUPINGS,
  LANGUAGES,
  parseAddress,
  printAddress,
  READINGS,
  ROW_FILTERS,
  ROW_KINDS,
  START,
  TABS,
} from './address';

const nameArbitrary = fc.stringMatching(/^[\w./-]{1,60}$/);
const dayArbitrary = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

/** A day, nothing, or a text that is no day. */
const knownArbitrary = fc.oneof(
  orNull(dayArbitrary).map((known) => ({ known, knownTyped: null })),
  fc.constantFrom('31/02/2025', 'hôm qua', '2025', '1/13/2025').map((knownTyped) => ({ known: null, knownTyped })),
);

const choicesArbitrary: fc.Arbitrary<Omit<Address, 'known' | 'knownTyped'>> = fc.record({
  programme: orNull(nameArbitrary),
  indicator: orNull(nameArbitrary),
  year: orNull(fc.integer({ min: 1000, max: 9999 })),
  map: orNull(dayArbitrary),
  place: fc.oneof(fc.constant('VN'), fc.stringMatching(/^(\d{2}|\d{3}|\d{5})$/)),
  region: orNull(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })),
  tab: fc.constantFrom(...TABS),
  language: fc.constantFrom(...LANGUAGES),
  group: fc.constantFrom(...GROUPINGS),
  rows: orNull(fc.constantFrom(...ROW_KINDS)),
  sort: orNull(fc.stringMatching(/^-?[a-zA-Z]{1,30}$/)),
  find: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim()),
  only: orNull(fc.constantFrom(...ROW_FILTERS)),
  rule: orNull(nameArbitrary),
  reading: fc.constantFrom(...READINGS),
  ward: orNull(
    fc
      .tuple(fc.stringMatching(/^\d{5}$/), orNull(dayArbitrary))
      .map(([code, day]) => (day === null ? code : `${code}@${day}`)),
  ),
  page: fc.integer({ min: 1, max: 9999 }),
});

const addressArbitrary: fc.Arbitrary<Address> = fc
  .tuple(choicesArbitrary, knownArbitrary)
  .map(([choices, known]) => ({ ...choices, ...known }));

describe('an address', () => {
  it('is read as it was written, whatever was chosen', () => {
    fc.assert(
      fc.property(addressArbitrary, (address) => {
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
      { numRuns: 500 },
    );
  });

  it('is read from any text, and read the same after it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (text) => {
        const address = parseAddress(text);
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
    );
  });

  it('says nothing where nothing was chosen', () => {
    expect(printAddress(START)).toBe('');
    expect(parseAddress('')).toEqual(START);
  });

  it('can be read by people', () => {
    expect(printAddress({ ...START, indicator: 'ntm-2021-2025/19.2', year: 2025, place: '19', tab: 'table' })).toBe(
      '?indicator=ntm-2021-2025/19.2&place=19&tab=table&year=2025',
    );
  });

  it.each([
    ['map=2025-02-30', { map: null }],
    ['known=2025-02-28', { known: '2025-02-28', knownTyped: null }],
    ['known=28/02/2025', { known: '2025-02-28', knownTyped: null }],
    ['known=1/7/2025', { known: '2025-07-01', knownTyped: null }],
    ['known=02/28/2025', { known: null, knownTyped: '02/28/2025' }],
    ['known=31/02/2025', { known: null, knownTyped: '31/02/2025' }],
    ['map=30/6/2025', { map: null }],
    ['place=1', { place: 'VN' }],
    ['place=19%27%20or%201=1', { place: 'VN' }],
    ['tab=pie', { tab: 'map' }],
    ['lang=fr', { language: 'vi' }],
    ['page=0', { page: 1 }],
    ['page=-3', { page: 1 }],
    ['year=25', { year: null }],
    ['sort=met;drop', { sort: null }],
    ['ward=0001', { ward: null }],
    ['ward=00001@2025-02-30', { ward: null }],
    ['ward=00001@', { ward: null }],
  ])('that says %s is read as %j', (search, expected) => {
    expect(parseAddress(search)).toMatchObject(expected);
  });

  it('gives a form what it must send along', () => {
    expect(addressFields({ ...START, year: 2024, language: 'en' })).toEqual([
      ['year', '2024'],
      ['lang', 'en'],
    ]);
  });
});
