import { findProgrammeInForce } from './programme-in-force';

const OLD = { id: 'ntm-2021-2025', validFrom: '2021-01-01', validTo: '2025-12-31' };
const NEW = { id: 'ntm-2026-2030', validFrom: '2026-02-15', validTo: '2030-12-31' };
const STANDARD = { id: 'a-standard', validFrom: '2022-02-10', validTo: null };
const ALL = [STANDARD, OLD, NEW];

describe('the default programme of a day', () => {
  it.each([
    ['2020-12-31', undefined],
    ['2021-01-01', OLD.id],
    ['2025-12-31', OLD.id],
    ['2026-01-01', undefined],
    ['2026-02-14', undefined],
    ['2026-02-15', NEW.id],
    ['2031-01-01', undefined],
  ])('on %s is %s', (day, id) => {
    expect(findProgrammeInForce(ALL, day)?.id).toBe(id);
    expect(findProgrammeInForce([...ALL].reverse(), day)?.id).toBe(id);
  });

  it('is the one that began last where terms overlap, then the first by id', () => {
    const later = { id: 'z', validFrom: '2023-01-01', validTo: '2025-12-31' };
    expect(findProgrammeInForce([OLD, later], '2024-01-01')?.id).toBe('z');
    expect(findProgrammeInForce([{ ...later, id: 'y' }, later], '2024-01-01')?.id).toBe('y');
    expect(findProgrammeInForce([later, { ...later, id: 'y' }], '2024-01-01')?.id).toBe('y');
  });
});
