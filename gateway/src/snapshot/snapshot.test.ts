import { createHash } from 'node:crypto';
import { type Answered, takeSnapshot } from './snapshot';

const CLOSED: Answered = {
  document: 'query Q($code: String!) { province(code: $code) { name } }',
  operationName: null,
  variables: { code: '19', filter: { a: 1, b: [2] } },
  asOf: { map: '2025-06-30', knownOn: '2026-01-31', today: '2026-11-22' },
  data: { province: { name: 'Thái Nguyên' } },
};
const idOf = (changed: Partial<Answered>) => takeSnapshot({ ...CLOSED, ...changed }).id;

describe('the id of an answer', () => {
  it('is the same for the same question, however it is written, and on every later day', () => {
    expect(idOf({})).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(idOf({ document: CLOSED.document.replaceAll(' ', '\n  ') })).toBe(idOf({}));
    expect(idOf({ variables: { filter: { b: [2], a: 1 }, code: '19' } })).toBe(idOf({}));
    expect(idOf({ asOf: { ...CLOSED.asOf, today: '2031-01-01' } })).toBe(idOf({}));
  });

  it('is the hash of what was asked and answered, as it was in every version', () => {
    const { knownOn, map } = CLOSED.asOf;
    const days = { map, knownOn, today: null };
    const document = 'query Q($code:String!){province(code:$code){name}}';
    const variables = { code: '19', filter: { a: 1, b: [2] } };
    const text = JSON.stringify([document, null, variables, days, null, CLOSED.data]);
    expect(idOf({})).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  it.each<[string, Partial<Answered>]>([
    ['another figure', { data: { province: { name: 'Hà Nội' } } }],
    ['another variable', { variables: { ...CLOSED.variables, code: '01' } }],
    ['another field', { document: CLOSED.document.replace('name', 'code') }],
    ['another operation of the document', { operationName: 'Q' }],
    ['another map', { asOf: { ...CLOSED.asOf, map: '2025-07-01' } }],
    ['another day', { asOf: { ...CLOSED.asOf, knownOn: '2026-02-01' } }],
    ['no day', { asOf: { ...CLOSED.asOf, knownOn: null } }],
    ['formulas', { document: `${CLOSED.document} # attainment` }],
  ])('is another one for %s', (_what, changed) => {
    if (changed.document?.includes('attainment')) {
      // a comment is ignored, so only the formulas tell the two apart
      expect(takeSnapshot({ ...CLOSED, ...changed }).method).toEqual({ id: 'attainment-linear', version: '1' });
    }
    expect(idOf(changed)).not.toBe(idOf({}));
  });
});

it('is provisional until the day is over', () => {
  const provisional = (knownOn: string | null) =>
    takeSnapshot({ ...CLOSED, asOf: { ...CLOSED.asOf, knownOn } }).provisional;
  expect([null, '2026-11-22', '2026-11-21'].map(provisional)).toEqual([true, true, false]);
  expect(takeSnapshot(CLOSED).lastClosedDay).toBe('2026-11-21');
});
