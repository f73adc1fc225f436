import type { Fault, Reorganisation } from './reorganisation';
import { readCsv } from './reorganisation-csv';
import { reorganisationFile } from './reorganisation-file';

export type ParsedReorganisation =
  | { reorganisation: Reorganisation; faults?: undefined }
  | { faults: Fault[]; reorganisation?: undefined };

export type Path = readonly PropertyKey[];

/** The content in the shape of the JSON form, and where each part of it stands in the text. */
export interface RawFile {
  content: unknown;
  placeOf: (path: Path) => string;
}

/** Reads both forms of the file; what begins with a brace is JSON. Nothing is checked against a map yet. */
export function parseReorganisation(text: string): ParsedReorganisation {
  const body = text.replace(/^\uFEFF/, '');
  if (body.includes('\0') || body.includes('\uFFFD')) {
    return { faults: [{ place: 'the whole file', message: 'is not UTF-8; save it as UTF-8 and try again' }] };
  }
  const raw = body.trimStart().startsWith('{') ? readJson(body) : readCsv(body);
  if ('faults' in raw) return raw;
  const parsed = reorganisationFile.safeParse(raw.content);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ place: raw.placeOf(path), message }));
    return { faults };
  }
  const changes = parsed.data.changes.map((change, index) => ({ ...change, place: raw.placeOf(['changes', index]) }));
  return { reorganisation: { ...parsed.data, changes } };
}

function readJson(text: string): RawFile | { faults: Fault[] } {
  try {
    return { content: JSON.parse(text), placeOf: describePath };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: [{ place: 'the whole file', message: `is not complete JSON: ${reason}` }] };
  }
}

/** `changes[2].into.code`. */
function describePath(path: Path): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}
