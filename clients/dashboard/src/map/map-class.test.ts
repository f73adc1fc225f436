import { mapClassOf } from './map-class';

const of = (verdict: string, ratePercent: string | null, targetPercent: string | null = '99') =>
  mapClassOf({ verdict, ratePercent, targetPercent } as Parameters<typeof mapClassOf>[0]);

describe('the colour of a province', () => {
  it('changes at the target, whatever the printed rate is', () => {
    expect(of('ATTAINED', '99')).toBe('reached');
    expect(of('NOT_ATTAINED', '98.999')).toBe('below-1');
  });

  it.each([
    ['98', 'below-1'],
    ['97.99', 'below-2'],
    ['96', 'below-2'],
    ['95.99', 'below-3'],
    ['0', 'below-3'],
  ])('is of its class at %s %% of 99', (rate, expected) => {
    expect(of('NOT_ATTAINED', rate)).toBe(expected);
  });

  it('is never that of a failure where something is not known', () => {
    expect([of('UNDECIDED', '90'), of('NO_DATA', null), of('NO_TARGET', '50', null), mapClassOf(null)]).toEqual([
      'undecided',
      'no-data',
      'no-data',
      'no-data',
    ]);
  });
});
