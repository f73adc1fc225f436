import { Kind, parseValue, valueFromAST } from 'graphql';
import { dayInVietnam, endOfDayInVietnam, isDay } from './day';
import { dateScalar } from './schema/date-scalar';
import { decimalScalar } from './schema/decimal-scalar';

describe('a day', () => {
  it.each(['2024-02-29', '2025-06-30', '0001-01-01', '9999-12-31'])('%s is one of the calendar', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '2025-02-31',
    '2025-06-31',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '+002025-01-01',
    '٢٠٢٥-01-01',
    '',
    'today',
  ])('%j is none of the calendar', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('does not exist in the year 0000, which PostgreSQL has not', () => {
    expect(isDay('0000-12-31')).toBe(false);
  });

  it.each([null, undefined, 20250630, new Date(), ['2025-06-30'], {}])('%p is none', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('begins in Vietnam at 17:00 UTC of the day before', () => {
    expect(dayInVietnam(new Date('2025-06-30T16:59:59.999Z'))).toBe('2025-06-30');
    expect(dayInVietnam(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
    expect(dayInVietnam(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  });

  it.each([
    ['2025-06-30', '2025-07-01T00:00:00+07:00'],
    ['2024-02-28', '2024-02-29T00:00:00+07:00'],
    ['2025-12-31', '2026-01-01T00:00:00+07:00'],
  ])('%s ends at %s', (day, end) => {
    expect(endOfDayInVietnam(day)).toBe(end);
    expect(dayInVietnam(new Date(end))).not.toBe(day);
    expect(dayInVietnam(new Date(Date.parse(end) - 1))).toBe(day);
  });
});

describe('the scalar Date', () => {
  it('takes a day from a variable and from a literal', () => {
    expect(dateScalar.parseValue('2025-06-30')).toBe('2025-06-30');
    expect(valueFromAST(parseValue('"2025-06-30"'), dateScalar)).toBe('2025-06-30');
  });

  it.each(['2025-02-31', '', 20250630, null])('refuses %j from a client with a code', (value) => {
    expect(() => dateScalar.parseValue(value)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });

  it('names the literal that it refuses', () => {
    expect(() => dateScalar.parseLiteral({ kind: Kind.INT, value: '20250630' })).toThrow('20250630 is not a day');
  });

  it('does not blame the client for a value of ours that is no day', () => {
    expect(() => dateScalar.serialize(new Date(0))).toThrow(
      expect.not.objectContaining({ extensions: expect.anything() }),
    );
  });
});

describe('the scalar Decimal', () => {
  it.each(['98.54', '0', '-0.5', '100.00'])('keeps the digits of %s', (text) => {
    expect(decimalScalar.parseValue(text)).toBe(text);
    expect(decimalScalar.serialize(text)).toBe(text);
  });

  it.each([98.54, '98,54', '.5', '5.', '1e3', 'NaN', '', '+1', null, '1\n'])(
    'refuses %j from a client with a code',
    (value) => {
      expect(() => decimalScalar.parseValue(value)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      );
    },
  );

  it('never sends a float', () => {
    expect(() => decimalScalar.serialize(98.54)).toThrow(
      expect.not.objectContaining({ extensions: expect.anything() }),
    );
  });
});
