import { type Fault, WHOLE_FILE } from './fault';

// any character from the space on, but quotes and backslashes
const STRING = '"(?:[ !#-\\[\\]-\\u{10ffff}]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const SPACE = /[ \t\r\n]*/uy;
const NAME = new RegExp(STRING, 'uy');
const SCALAR = new RegExp(`${STRING}|${NUMBER}|true|false|null`, 'uy');

/** Thrown by a reader where the text stops being JSON. */
class Stop extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

/**
 * Where a text stops being JSON, by line and column from 1: the engine's own message names no place in short texts.
 * Null for JSON.
 */
export function findJsonFault(text: string): Fault | null {
  try {
    const end = skip(text, readValue(text, skip(text, 0)));
    return end === text.length ? null : faultAt(text, end, 'the end of the file');
  } catch (error) {
    if (error instanceof Stop) return faultAt(text, error.offset, error.expected);
    if (error instanceof RangeError) return { place: WHOLE_FILE, message: 'is nested too deeply' };
    throw error;
  }
}

function faultAt(text: string, offset: number, expected: string): Fault {
  const before = text.slice(0, offset).split('\n');
  const found = offset < text.length ? JSON.stringify(text[offset]) : 'the end of the file';
  return {
    place: `line ${before.length}, column ${before.at(-1)!.length + 1}`,
    message: `is not JSON: expected ${expected}, found ${found}`,
  };
}

function readValue(text: string, at: number): number {
  if (text[at] === '{') return readMembers(text, at, '}', readMember);
  if (text[at] === '[') return readMembers(text, at, ']', readValue);
  return match(SCALAR, text, at, 'a value');
}

function readMember(text: string, at: number): number {
  const colon = skip(text, match(NAME, text, at, 'a name in double quotes'));
  if (text[colon] !== ':') throw new Stop(colon, '":"');
  return readValue(text, skip(text, colon + 1));
}

/** The elements between brackets, or the members between braces, with the commas between them. */
function readMembers(text: string, open: number, close: string, read: (text: string, at: number) => number): number {
  let at = skip(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, read(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Stop(at, `"," or "${close}"`);
    at = skip(text, at + 1);
  }
}

function match(pattern: RegExp, text: string, at: number, expected: string): number {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) throw new Stop(at, expected);
  return at + found[0].length;
}

function skip(text: string, at: number): number {
  return match(SPACE, text, at, '');
}
