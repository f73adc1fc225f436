/** What stands above the titles of a form; what it does not say is left out. */
export interface FormHeading {
  readonly enteredFor?: string;
  readonly year?: string;
  readonly indicatorId?: string;
  readonly isSynthetic?: boolean;
}

export const HEADING_LABELS = { enteredFor: 'Cơ quan:', year: 'Kỳ:', indicatorId: 'Chỉ tiêu:' } as const;

/** The first line of every form of a demonstration. */
export const SYNTHETIC_NOTICE =
  'SỐ LIỆU MÔ PHỎNG – do phần mềm tạo ra để trình diễn, không phản ánh tình hình thực tế của địa phương nào.';
const SYNTHETIC_BEGINNING = 'số liệu mô phỏng';

/** A heading row has its label in the first cell and what it says in the next. */
export function readHeadingRow([label = '', text = '']: readonly string[]): FormHeading {
  const word = label.toLowerCase().replace(/ ?:?$/, ':');
  if (word.startsWith(SYNTHETIC_BEGINNING)) return { isSynthetic: true };
  const found = Object.entries(HEADING_LABELS).find(([, known]) => known.toLowerCase() === word);
  return found && text !== '' ? { [found[0]]: text } : {};
}
