import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExportLayout, Exports } from '@tieuchi/schema';
import { type HttpRoute, SpeakingError, writeCsv, writeXlsx } from '@tieuchi/subgraph-kit';
import { type DocumentNode, type GraphQLFormattedError, parse } from 'graphql';
import type { Asker } from '../gateway-context';
import { askedRoute, type RouteTerms } from '../identity/asked-route';
import { layOut, reach, type Table, type Tree } from './lay-out';
import { isPaged, readVariables } from './read-variables';

/** Answers an operation as the caller, as `/graphql` does. */
export type Ask = (
  operation: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  asker: Asker,
) => Promise<{
  readonly data?: Tree | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: unknown;
}>;

const ADDRESS = /^\/export\/([a-z-]+)\.(csv|xlsx)$/;
const PAGE_SIZE = 500;
/** More than all communes there ever were at once; who needs more asks province by province. */
const MOST_ROWS = 20_000;
const BANNER =
  'SỐ LIỆU MÔ PHỎNG – do phần mềm tạo ra để trình diễn, không phản ánh tình hình thực tế của địa phương nào.';
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * `GET /export/OPERATION.csv|xlsx?VARIABLE=…`: a known operation as a table, all its pages, asked as the caller asks it
 * over `/graphql`: so file, page and API cannot differ. `rows=KEY,KEY` asks for some rows in an order. Nothing is sent before all of it is there.
 */
export function createExportRoute({ layouts, origins }: Exports, ask: Ask, terms: RouteTerms): HttpRoute {
  return askedRoute(terms, async ({ request, response, asker }) => {
    const { name, format, layout, parameters, wanted } = readAddress(request, layouts);
    const document = parse(layout.document);
    const question = { layout, document, variables: readVariables(document, parameters) };
    const pages = await collectPages(question, (operation) => ask(operation, asker));
    await send(response, name, format, layOut(layout, pages, origins, wanted));
  });
}

function readAddress({ method, url = '/' }: IncomingMessage, layouts: Exports['layouts']) {
  if (method !== 'GET' && method !== 'HEAD') throw new SpeakingError('BAD_USER_INPUT', 'An export is asked with GET.');
  const { pathname, searchParams } = new URL(url, 'http://gateway');
  const [, name = '', format = ''] = ADDRESS.exec(pathname) ?? [];
  const layout = Object.hasOwn(layouts, name) ? layouts[name] : undefined;
  if (layout && (format === 'csv' || format === 'xlsx')) {
    const wanted = searchParams.get('rows')?.split(',') ?? null;
    searchParams.delete('rows');
    return { name, format, layout, parameters: searchParams, wanted } as const;
  }
  const known = Object.keys(layouts).map((one) => `/export/${one}.csv`);
  throw new SpeakingError(
    'EXPORT_NOT_FOUND',
    `No export at ${pathname.slice(0, 80)}; known: ${known.join(', ')}, each also as .xlsx.`,
  );
}

interface Question {
  readonly layout: ExportLayout;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

async function collectPages(
  { layout, document, variables }: Question,
  ask: (operation: Parameters<Ask>[0]) => ReturnType<Ask>,
): Promise<Tree[]> {
  const pages: Tree[] = [];
  const connection = layout.rows.split('.').slice(0, -1).join('.');
  let after: unknown = null;
  for (;;) {
    const paging = isPaged(document) ? { first: PAGE_SIZE, after } : {};
    const { data, errors } = await ask({ query: layout.document, variables: { ...variables, ...paging } });
    // a table with holes would pass for a whole one
    if (errors?.[0] || !data) throw refusalOf(errors?.[0]);
    pages.push(data);
    const { hasNextPage = false, endCursor } = (reach(data, `${connection}.pageInfo`) ?? {}) as Tree;
    if (!hasNextPage) return pages;
    if (pages.length * PAGE_SIZE >= MOST_ROWS) {
      throw new SpeakingError('PAGE_TOO_LARGE', `More than ${MOST_ROWS} rows: ask province by province.`);
    }
    after = endCursor;
  }
}

function refusalOf(error: GraphQLFormattedError | undefined): Error {
  const { code, ...details } = error?.extensions ?? {};
  return error
    ? new SpeakingError(code as 'BAD_USER_INPUT', error.message, details)
    : new Error('an operation answered nothing');
}

async function send(response: ServerResponse, name: string, format: 'csv' | 'xlsx', table: Table): Promise<void> {
  const { headings, rows, isSynthetic } = table;
  const lines = [...(isSynthetic ? [[BANNER]] : []), headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.min(60, Math.max(6, ...lines.slice(-rows.length - 1).map((line) => (line[column] ?? '').length + 2))),
  );
  const body =
    format === 'csv'
      ? Buffer.from(writeCsv(lines))
      : await writeXlsx([{ name, rows: lines, widths, headingRows: lines.length - rows.length }]);
  response
    .writeHead(200, {
      'content-type': TYPES[format],
      'content-length': body.byteLength,
      'content-disposition': `attachment; filename="${isSynthetic ? 'MO-PHONG_' : ''}${name}.${format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body);
}
