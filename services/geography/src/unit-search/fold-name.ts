// on old keyboards and in legacy fonts đ was also written as the Icelandic eth or the African d
const D_LOOKALIKES = /[đðɖ]/gu;
const APOSTROPHES = /['’‘ʼ`´]/gu;

/**
 * A name as the search compares it: small letters a–z, digits and single spaces, whatever the Unicode form, the marks
 * and the place of the tone mark. "Hoà Bình", "HÒA BÌNH" and "hoa binh" fold alike; "M’Đrắk" is "mdrak". The column
 * `unit_name.folded` and what people type go through this one function. Empty for text without a letter or digit.
 */
export function foldName(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(D_LOOKALIKES, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
