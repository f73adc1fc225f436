import { reportEn } from './en-report';
import { workEn } from './en-work';
import { reportVi } from './vi-report';
import { workVi } from './vi-work';

/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/iu;
/** Every text under its place; what is made of values is made of "1". */
function textsOf(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = `${place}.${key}`;
    if (typeof value === 'function') return [[at, String(value(...Array(value.length).fill('1')))]];
    return typeof value === 'object' ? textsOf(value, at) : [[at, String(value)]];
  });
}

describe.each([
  ['the sheet of a province', reportVi, reportEn],
  ['the work page', workVi, workEn],
])('the words of %s', (_page, vietnamese, english) => {
  it('are English in English', () => {
    const left = textsOf(english).filter(([, text]) => VIETNAMESE.test(text));
    expect(left).toEqual([]);
  });

  it('are all there in Vietnamese, and none is empty', () => {
    const known = new Set(textsOf(vietnamese).map(([place]) => place));
    expect(textsOf(english).filter(([place]) => !known.has(place))).toEqual([]);
    expect(textsOf(vietnamese).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
