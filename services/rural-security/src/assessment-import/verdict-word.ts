import { Verdict } from '../assessment/assessment-enums';

/** How a form prints a result. */
export const PRINTED: Readonly<Record<Verdict, string>> = {
  [Verdict.MET]: 'Đ',
  [Verdict.NOT_MET]: 'C',
  [Verdict.UNKNOWN]: '–',
};

/** What officials write for it, in small letters. */
const WORDS: readonly (readonly [Verdict, readonly string[]])[] = [
  [Verdict.MET, ['đ', 'đạt', 'x', '1', 'có']],
  [Verdict.NOT_MET, ['c', 'chưa đạt', 'không đạt', 'kđ', 'cđ', '0']],
  [Verdict.UNKNOWN, ['', '–', '-', '—', '−', 'chưa có kết quả']],
];

export const VERDICT_WORDS = 'Đ (đạt, x, 1), C (chưa đạt, không đạt, 0) or – (nothing yet)';

/** Null for what means none of the three. */
export function readVerdictWord(text: string): Verdict | null {
  const word = text.toLowerCase();
  return WORDS.find(([, words]) => words.includes(word))?.[0] ?? null;
}
