import { TableFileError } from './table-row';

/** What is told of a document, in its order. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** No tag and no text of a spreadsheet is longer: a cell holds 32,767 characters. */
const PENDING_LIMIT = 1_000_000;
const [EXCLAMATION, SLASH, QUESTION] = [0x21, 0x2f, 0x3f];

/**
 * Reads XML piece by piece and keeps no more than one tag or text: a sheet may be larger than the memory. Takes what
 * office programs write (ECMA-376) and refuses document types, which define entities.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly listener: XmlListener) {}

  /** @throws TableFileError for what is no XML of a spreadsheet */
  write(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.listener.text(decodeEntities(text.slice(at, open)));
      at = open;
      const end = findEnd(text, open);
      if (end < 0) break;
      this.tell(text.slice(open, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > PENDING_LIMIT) throw broken();
  }

  /** @throws TableFileError where the document is cut off */
  end(): void {
    if (this.rest.trim() !== '') throw broken();
  }

  private tell(markup: string): void {
    const second = markup.charCodeAt(1);
    if (second === SLASH) {
      this.listener.close(localName(markup.slice(2, -1).trim()));
      return;
    }
    if (markup.startsWith('<![CDATA[')) this.listener.text(markup.slice(9, -3));
    if (second === EXCLAMATION || second === QUESTION) return;
    const isEmpty = markup.endsWith('/>');
    const inside = markup.slice(1, isEmpty ? -2 : -1);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.listener.open(name, space < 0 ? '' : inside.slice(space));
    if (isEmpty) this.listener.close(name);
  }
}

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute, with or without a prefix; null where the tag has none. */
export function attributeOf(attributes: string, name: string): string | null {
  const pattern = PATTERNS.get(name) ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  PATTERNS.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null;
}

/** Where the markup that begins there is over; -1 where it goes on in the next piece. */
function findEnd(text: string, open: number): number {
  const second = text.charCodeAt(open + 1);
  return second === EXCLAMATION || second === QUESTION ? findEndOfOther(text, open) : findEndOfTag(text, open);
}

function findEndOfOther(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
  if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open + 9);
  if (text.startsWith('<?', open)) return after(text, '?>', open + 2);
  if (text.length < open + 9) return -1;
  throw new TableFileError('NOT_A_TABLE', 'a part of the workbook has a document type; save it with a spreadsheet');
}

function findEndOfTag(text: string, open: number): number {
  let end = text.indexOf('>', open);
  // a ">" may stand in the value of an attribute
  while (end >= 0 && !isOutsideOfValues(text, open, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function isOutsideOfValues(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const character = text.charCodeAt(at);
    if (quote !== 0) quote = character === quote ? 0 : quote;
    else if (character === 34 || character === 39) quote = character;
  }
  return quote === 0;
}

function after(text: string, ending: string, from: number): number {
  const at = text.indexOf(ending, from);
  return at < 0 ? -1 : at + ending.length;
}

function localName(name: string): string {
  const prefix = name.indexOf(':');
  return prefix < 0 ? name : name.slice(prefix + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function broken(): TableFileError {
  return new TableFileError(
    'NOT_A_TABLE',
    'a part of the workbook is broken; open it in a spreadsheet and save it anew',
  );
}
