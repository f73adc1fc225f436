import { normaliseName, unaccent } from '../reference/unit-name';

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ROMAN_NUMBERS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const KIND_WORDS = /^(xa|phuong|thi tran|dac khu|quan|huyen|thi xa|thanh pho) /;

/** Equal for the same name in either style of tone marks ("Hoà", "Hòa"), any Unicode form, case and apostrophe. */
export function nameKey(name: string): string {
  const words = normaliseName(name).replaceAll('’', "'").toLowerCase().normalize('NFD').split(' ');
  return words.map((word) => word.replace(TONE_MARKS, '') + (word.match(TONE_MARKS) ?? []).join('')).join(' ');
}

/** `nameKey` of the name without its kind. */
export function bareNameKey(name: string): string {
  const plain = unaccent(normaliseName(name)).toLowerCase();
  const kindWords = KIND_WORDS.exec(plain)?.[0].trim().split(' ').length ?? 0;
  return nameKey(normaliseName(name).split(' ').slice(kindWords).join(' '));
}

/**
 * Whether two names may be spellings of one: half of the letters agree in order, or one contains the other
 * ("Sáng Nhè" and "Xá Nhè", "Phường IV" and "Phường 4", "NT Lệ Ninh" and "Nông trường Lệ Ninh").
 */
export function isSpellingOf(a: string, b: string): boolean {
  const [one, other] = [looseKey(a), looseKey(b)];
  if (one === '' || other === '') return one === other;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length > 2 && longer.includes(shorter)) return true;
  return countEdits(one, other) * 2 <= longer.length;
}

function looseKey(name: string): string {
  const bare = unaccent(normaliseName(name)).toLowerCase().replace(KIND_WORDS, '');
  const words = bare.split(' ').map((word) => (ROMAN_NUMBERS.indexOf(word) + 1 || word).toString());
  return words.join('').replace(/[^a-z0-9]/g, '');
}

/** Levenshtein's distance. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [place, other] of [...b].entries()) {
      const replaced = row[place]! + Number(letter !== other);
      next.push(Math.min(replaced, row[place + 1]! + 1, next[place]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
