import type { z } from 'zod';
import { describePath, type Fault, WHOLE_FILE } from './fault';
import { findJsonFault } from './json-fault';

export type DataFileReading<T> =
  | { readonly content: T; readonly text: string; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly content?: undefined };

/** A JSON file that fits its schema, or all its faults with their places. Pure: nothing is asked of anybody. */
export function readDataFile<S extends z.ZodType>(bytes: Uint8Array, schema: S): DataFileReading<z.output<S>> {
  const text = decode(bytes);
  if (text === null) {
    return { faults: [{ place: WHOLE_FILE, message: 'is not UTF-8; save it as UTF-8 and try again' }] };
  }
  const jsonFault = findJsonFault(text);
  if (jsonFault) return { faults: [jsonFault] };
  const checked = schema.safeParse(JSON.parse(text));
  if (checked.success) return { content: checked.data, text };
  return { faults: checked.error.issues.map(({ path, message }) => ({ place: describePath(path), message })) };
}

/** Null for what is not UTF-8, and for NUL, which PostgreSQL cannot hold. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /\0|\\u0000/.test(text) ? null : text;
  } catch {
    return null;
  }
}
