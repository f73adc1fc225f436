/** Before everything that shows figures which the software made. */
export const SYNTHETIC_MARK = '[MÔ PHỎNG] ';
export const SYNTHETIC_BANNER =
  'SỐ LIỆU MÔ PHỎNG – do phần mềm tạo ra để trình diễn, không phản ánh tình hình thực tế của địa phương nào.';

/** "2023-12-31" as papers write it: "31/12/2023", "01/7/2025", "05/02/2025". */
export function writeDay(day: string): string {
  const [year, month = '', date] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/** 10035 is "10.035". */
export function writeCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** "98.54" is "98,54%". */
export function writePercent(decimal: string | null): string {
  return decimal === null ? '–' : `${decimal.replace('.', ',')}%`;
}
