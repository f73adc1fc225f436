import { compareValues } from './compare-values';

const sorted = (...names: string[]) => names.toSorted(compareValues);

describe('a column of names', () => {
  const NAMES = ['Vĩnh Long', 'Đồng Nai', 'Yên Bái', 'Đà Nẵng', 'An Giang', 'Ô Môn', 'Gia Lai', 'Cần Thơ', 'Ea Súp'];
  const IN_VIETNAMESE = [
    'An Giang',
    'Cần Thơ',
    'Đà Nẵng',
    'Đồng Nai',
    'Ea Súp',
    'Gia Lai',
    'Ô Môn',
    'Vĩnh Long',
    'Yên Bái',
  ];

  it('has them by the Vietnamese alphabet: Đ before E, Ô before V, and not behind all others', () => {
    expect(sorted(...NAMES)).toEqual(IN_VIETNAMESE);
    // the order of code units would have these two behind Y
    expect(NAMES.toSorted().slice(-3)).toEqual(['Ô Môn', 'Đà Nẵng', 'Đồng Nai']);
  });

  it('goes by all letters first, and by tones where they are the same', () => {
    expect(sorted('Hòa Bình', 'Hoa Lư', 'Hà Nam', 'Hải Dương', 'Hạ Long', 'Hà Long')).toEqual([
      'Hà Long',
      'Hạ Long',
      'Hà Nam',
      'Hải Dương',
      'Hòa Bình',
      'Hoa Lư',
    ]);
  });
});

it('a column of numbers goes by their size', () => {
  expect([9, 10, 100, 2].toSorted(compareValues)).toEqual([2, 9, 10, 100]);
});
