/** vi-VN without spaces: "98,54", "10.035", "01/7/2025". */

const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** @param decimal with "." as the mark: "98.54" is "98,54" */
export function decimalVi(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(THOUSANDS, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

export function countVi(count: number): string {
  return decimalVi(String(count));
}

/** @param day ISO; the day keeps its zero, the month from March on does not: "01/7/2025", "05/02/2025" */
export function dayVi(day: string): string {
  const [year, month = '', date] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
