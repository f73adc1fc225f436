/** What stands above the titles of a form; what it does not say is left out. */
export interface FormHeading {
  readonly enteredFor?: string;
  readonly year?: string;
  readonly indicatorId?: string;
}

export const HEADING_LABELS = { enteredFor: 'Cơ quan:', year: 'Kỳ:', indicatorId: 'Chỉ tiêu:' } as const;

/** A heading row has its label in the first cell and what it says in the next. */
export function readHeadingRow([label = '', text = '']: readonly string[]): FormHeading {
  const word = label.toLowerCase().replace(/ ?:?$/, ':');
  const found = Object.entries(HEADING_LABELS).find(([, known]) => known.toLowerCase() === word);
  return found && text !== '' ? { [found[0]]: text } : {};
}
