/** "98.54" stays, 10035 is "10,035", a day is "1 July 2025". */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function countEn(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** @param day ISO */
export function dayEn(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}
