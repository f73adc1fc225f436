import { Language } from '@tieuchi/subgraph-kit';

const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** "2567" is "2.567" in Vietnamese and "2,567" in English; "42.4" is "42,4" and "42.4". */
export function numberWords(number: number | string, language: Language): string {
  const [whole = '', fraction] = String(number).split('.');
  const [group, mark] = language === Language.VI ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(THOUSANDS, group);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}
