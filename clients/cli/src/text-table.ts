export type Cell = string | number | null;

/** Columns as wide as their widest cell, numbers to the right; null is a dash. */
export function layOut(headings: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = [headings, ...rows.map((row) => row.map(textOf))];
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => widthOf(row[column] ?? ''))));
  const isNumber = headings.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] !== 'string'));
  return texts.map((row) =>
    row
      .map((text, column) => {
        const space = ' '.repeat((widths[column] as number) - widthOf(text));
        return isNumber[column] ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

function textOf(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? String(cell) : cell.normalize('NFC');
}

/** Vietnamese letters are one place each once they are composed. */
function widthOf(text: string): number {
  return [...text].length;
}
