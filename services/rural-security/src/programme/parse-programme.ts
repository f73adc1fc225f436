import { createHash } from 'node:crypto';
import { checkProgramme } from './check-programme';
import { describePath, type Fault, type Path, WHOLE_FILE } from './fault';
import { findJsonFault } from './json-fault';
import { type ProgrammeFile, programmeFile } from './programme-file';

export interface ParsedProgramme {
  readonly programme: ProgrammeFile;
  /** SHA-256 of the text, so that the same file is not loaded twice. */
  readonly contentHash: string;
  readonly text: string;
}

export type ProgrammeReading =
  | { readonly parsed: ParsedProgramme; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly parsed?: undefined };

/** A programme from the bytes of its file, or all its faults with their places. Pure: no database is asked. */
export function parseProgramme(content: Uint8Array): ProgrammeReading {
  const text = decode(content);
  if (text === null) {
    return { faults: [{ place: WHOLE_FILE, message: 'is not UTF-8; save it as UTF-8 and try again' }] };
  }
  const jsonFault = findJsonFault(text);
  if (jsonFault) return { faults: [jsonFault] };
  const checked = programmeFile.safeParse(JSON.parse(text));
  if (!checked.success) {
    return { faults: checked.error.issues.map(({ path, message }) => ({ place: describePath(path), message })) };
  }
  const faults: Fault[] = [];
  checkProgramme(checked.data, (path: Path, message) => faults.push({ place: describePath(path), message }));
  if (faults.length > 0) return { faults };
  return { parsed: { programme: checked.data, contentHash: createHash('sha256').update(text).digest('hex'), text } };
}

/** Null for what is not UTF-8, and for NUL, which PostgreSQL cannot hold. */
function decode(content: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return /\0|\\u0000/.test(text) ? null : text;
  } catch {
    return null;
  }
}
