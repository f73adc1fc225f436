import { readFileSync } from 'node:fs';

/**
 * Reads one of our own reference tables: a heading row, commas, no quoted fields.
 *
 * @returns one record per line, with the named columns only.
 * @throws Error when a column is missing or a line has another number of fields than the heading.
 */
export function readCsvTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const [heading = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const titles = heading.split(',');
  const places = columns.map((column) => {
    const place = titles.indexOf(column);
    if (place < 0) throw new Error(`${path}: expected a column "${column}", found ${titles.join(', ')}`);
    return [column, place] as const;
  });
  return lines.map((line, index) => {
    const fields = line.split(',');
    if (fields.length !== titles.length) {
      throw new Error(`${path}, line ${index + 2}: expected ${titles.length} fields, found ${fields.length}`);
    }
    return Object.fromEntries(places.map(([column, place]) => [column, fields[place] ?? ''])) as Record<Column, string>;
  });
}
