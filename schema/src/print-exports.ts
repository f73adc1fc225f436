import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listClientOperations } from './client-operations';
import type { ExportColumn, ExportLayout } from './export-layout';

const FOLDER = join(__dirname, '../../clients/exports');

type WrittenColumn = Omit<ExportColumn, 'words'> & { readonly words?: string };
type WrittenLayout = Omit<ExportLayout, 'document' | 'columns'> & { readonly columns: readonly WrittenColumn[] };

/**
 * What can be exported: each operation of `clients/exports` with its columns and their words. Written by `npm run schema`.
 * @throws Error for an operation without columns, columns without an operation, or words that there are not
 */
export function printExports(): string {
  const layouts: Readonly<Record<string, WrittenLayout>> = readJson('columns.json');
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = readJson('words.json');
  const documents = new Map(listClientOperations().map(({ file, document }) => [file, document]));
  const exported = [...documents.keys()].flatMap((file) => (file.startsWith('exports/') ? [file.slice(8)] : []));
  const lacking = exported.filter((name) => !layouts[name]);
  if (lacking.length > 0) throw new Error(`clients/exports/columns.json lacks ${lacking.join(', ')}`);
  const entries = Object.entries(layouts).map(([name, { columns, ...layout }]): [string, ExportLayout] => {
    const document = documents.get(`exports/${name}`);
    if (document === undefined) throw new Error(`clients/exports/${name}.graphql is missing`);
    const spelt = columns.map(({ words: list, ...column }): ExportColumn => {
      if (list === undefined) return column;
      const said = words[list];
      if (!said) throw new Error(`clients/exports/words.json has no "${list}", which ${name} asks for`);
      return { ...column, words: said };
    });
    return [name, { document, ...layout, columns: spelt }];
  });
  return `${JSON.stringify({ origins: words.origin, layouts: Object.fromEntries(entries) }, null, 2)}\n`;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
