import { inflateSync } from 'node:zlib';

/** What the glyphs of a font mean, each by its code of so many hexadecimal digits. */
interface Font {
  readonly digits: number;
  readonly glyphs: ReadonlyMap<number, string>;
}

/** By the name under which a page uses them. */
type Fonts = ReadonlyMap<string, Font>;

/**
 * The text of each page of a PDF as Chromium prints it, in the order in which it was painted: what can be selected and
 * copied. It knows the tables that say what glyphs mean and nothing else of the format.
 */
export function readPdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = readFonts(objects, head);
    const contents = references(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? '');
    return contents.map((id) => readText(objects.get(id)?.stream?.toString('latin1') ?? '', fonts)).join('');
  });
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const { 1: id, 2: body = '', index } of text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)endobj/g)) {
    const begin = /stream\r?\n/.exec(body);
    const head = begin ? body.slice(0, begin.index) : body;
    const at = text.indexOf(body, index) + (begin ? begin.index + begin[0].length : 0);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = begin ? pdf.subarray(at, at + length) : null;
    const isPacked = head.includes('FlateDecode');
    objects.set(Number(id), { head, stream: bytes && (isPacked ? inflateSync(bytes) : bytes) });
  }
  return objects;
}

function readFonts(objects: ReadonlyMap<number, PdfObject>, page: string): Fonts {
  const inherited = references(/\/Resources\s*(\d+ 0 R)/.exec(page)?.[1] ?? '')[0];
  const resources = inherited === undefined ? page : (objects.get(inherited)?.head ?? '');
  const named = /\/Font\s*<<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...named.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(({ 1: name = '', 2: id }) => {
      const font = objects.get(Number(id))?.head ?? '';
      const table = references(/\/ToUnicode\s*(\d+ 0 R)/.exec(font)?.[1] ?? '')[0] ?? -1;
      return [name, readGlyphs(objects.get(table)?.stream?.toString('latin1') ?? '')];
    }),
  );
}

function readGlyphs(table: string): Font {
  const glyphs = new Map<number, string>();
  const textOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const { 1: block = '' } of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const { 1: glyph = '', 2: text = '' } of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      glyphs.set(Number.parseInt(glyph, 16), textOf(text));
    }
  }
  for (const { 1: block = '' } of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const { 1: from = '', 2: to = '', 3: text = '' } of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(text, 16);
      for (let glyph = Number.parseInt(from, 16), next = first; glyph <= Number.parseInt(to, 16); glyph++, next++)
        glyphs.set(glyph, String.fromCodePoint(next));
    }
  }
  return { digits: /begincodespacerange\s*<(\w+)>/.exec(table)?.[1]?.length ?? 4, glyphs };
}

const PAINTING = /\/(\w+) [\d.]+ Tf|(<\w*>(?=\s*Tj)|\[[^\]]*\](?=\s*TJ))|(-?[\d.]+) Tm/g;

/** Glyph by glyph, each at its place; another height is another line. */
function readText(content: string, fonts: Fonts): string {
  let used: Font = { digits: 4, glyphs: new Map() };
  let text = '';
  let line = '';
  for (const { 1: font, 2: shown = '', 3: height } of content.matchAll(PAINTING)) {
    if (font) used = fonts.get(font) ?? used;
    if (height !== undefined && height !== line) {
      text += '\n';
      line = height;
    }
    for (const { 1: hex = '' } of shown.matchAll(/<(\w*)>/g)) {
      for (let at = 0; at < hex.length; at += used.digits)
        text += used.glyphs.get(Number.parseInt(hex.slice(at, at + used.digits), 16)) ?? '';
    }
  }
  return text;
}

function references(text: string): number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(({ 1: id }) => Number(id));
}
