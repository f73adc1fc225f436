const IN_NOTE = /parts printed (\d+(?:\s*\+\s*\d+)+)/i;
const FORM = /^\d+(?:\s*\+\s*\d+)+$/;

/** Whether a cell lists parts: "14 + 6 + 3". */
export function isListOfParts(text: string): boolean {
  return FORM.test(text);
}

/** The parts of "14 + 6 + 3". */
export function readParts(text: string): number[] {
  return text.split('+').map((part) => Number(part.trim()));
}

/** Parts that a note tells of, "parts printed 14 + 6 + 3 = 23"; null where it tells of none. */
export function partsInNote(note: string): number[] | null {
  const [, list] = IN_NOTE.exec(note) ?? [];
  return list === undefined ? null : readParts(list);
}

/** Whether parts that were printed do not add up to what they are parts of: 14 + 6 + 3 against 24. */
export function partsDiffer(parts: readonly number[] | null, met: number): boolean {
  return parts !== null && parts.reduce((sum, part) => sum + part, 0) !== met;
}
