import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

/** The server's messages, appended to a file: they survive us, and a crash can be read afterwards. */
export interface ServerLog {
  descriptor: number;
  /** What the program said last that was an error; without one, what it said last. */
  lastFault(): string;
  close(): void;
}

const KEPT_BYTES = 1_000_000;
const TAIL_BYTES = 16_384;

/** Opens the log for one run; a long one becomes `<path>.1` first. */
export function openLog(path: string): ServerLog {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > KEPT_BYTES) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a+', 0o600);
  const start = fstatSync(descriptor).size;
  return { descriptor, lastFault: () => lastFault(tail(descriptor, start)), close: () => closeSync(descriptor) };
}

function tail(descriptor: number, start: number): string[] {
  const from = Math.max(start, fstatSync(descriptor).size - TAIL_BYTES);
  const buffer = Buffer.alloc(TAIL_BYTES);
  const length = readSync(descriptor, buffer, 0, TAIL_BYTES, from);
  return buffer.toString('utf8', 0, length).split('\n');
}

/** "2026-01-01 … [7] FATAL:  could not …" → "could not …". */
export function lastFault(lines: string[]): string {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const fault = said.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? said.at(-1) ?? 'it said nothing';
  return fault.replace(/^.*?\b(FATAL|PANIC|error):\s*/, '');
}
