import { isUtf8 } from 'node:buffer';
import type { TableFault } from './table-fault';

const SAVE_AS_UTF8 = 'save the table as "CSV UTF-8 (comma delimited)" and import that file';

/** The bytes are no text of a table; `fault` says why and where. */
export class TableEncodingError extends Error {
  constructor(readonly fault: TableFault) {
    super(`line ${fault.line}: ${fault.reason}; ${fault.remedy}`);
    this.name = 'TableEncodingError';
  }
}

/**
 * The text of a table in UTF-8, with or without a byte order mark.
 *
 * @param vietnameseWords that every such table holds: they show which encoding other bytes are in
 * @throws TableEncodingError for a workbook, UTF-16, Windows-1258 and any other bytes that are not UTF-8, for characters
 *   that an earlier conversion lost, and for a file cut off within a character; it names the first bad line.
 */
export function decodeTable(bytes: Uint8Array, vietnameseWords = 'Đơn vị hành chính'): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherFormats(buffer);
  if (!isUtf8(buffer)) refuseBrokenUtf8(buffer, vietnameseWords);
  const text = buffer.toString('utf8');
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    const line = countLines(text.slice(0, lost));
    refuse('WRONG_ENCODING', line, 'characters were lost in an earlier conversion (U+FFFD)', 'export the table anew');
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function refuseOtherFormats(buffer: Buffer): void {
  if (buffer.length === 0) refuse('TRUNCATED', 1, 'the file is empty', 'import the complete table');
  if (buffer.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    refuse('WRONG_ENCODING', 1, 'the file is an Excel workbook or another archive, not a CSV', SAVE_AS_UTF8);
  }
  const [first, second] = buffer;
  const hasUtf16Mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (hasUtf16Mark) refuse('WRONG_ENCODING', 1, 'the file is UTF-16 (byte order mark)', SAVE_AS_UTF8);
  const nul = buffer.indexOf(0);
  if (nul >= 0) {
    const line = countLines(buffer.toString('latin1', 0, nul));
    refuse('WRONG_ENCODING', line, 'the file holds NUL bytes: UTF-16, or no text', SAVE_AS_UTF8);
  }
}

function refuseBrokenUtf8(buffer: Buffer, vietnameseWords: string): never {
  const { line, isCut } = findBrokenLine(buffer);
  if (isCut) refuse('TRUNCATED', line, 'the file ends within a character', 'import the complete file');
  // windows-1258 writes tone marks apart: only NFC makes its words comparable
  const asWindows = new TextDecoder('windows-1258').decode(buffer).normalize('NFC');
  const found = asWindows.includes(vietnameseWords) ? 'the file is Windows-1258' : 'the bytes are not UTF-8';
  refuse('WRONG_ENCODING', line, found, SAVE_AS_UTF8);
}

/** Line by line, because a line feed is never a part of a longer UTF-8 character. */
function findBrokenLine(buffer: Buffer): { line: number; isCut: boolean } {
  for (let line = 1, start = 0; ; line += 1) {
    const end = buffer.indexOf(0x0a, start);
    const bytes = buffer.subarray(start, end < 0 ? buffer.length : end);
    if (!isUtf8(bytes)) return { line, isCut: end < 0 && isCutCharacter(bytes) };
    if (end < 0) throw new Error('expected a line that is not UTF-8, found none');
    start = end + 1;
  }
}

/** Whether only the last one to three bytes, the beginning of a character, are at fault. */
function isCutCharacter(bytes: Buffer): boolean {
  return [1, 2, 3].some((missing) => {
    const cut = bytes.length - missing;
    return (bytes[cut] ?? 0) >= 0xc2 && isUtf8(bytes.subarray(0, cut));
  });
}

function countLines(before: string): number {
  return before.split('\n').length;
}

function refuse(code: TableFault['code'], line: number, reason: string, remedy: string): never {
  throw new TableEncodingError({ code, line, column: null, reason, remedy });
}
