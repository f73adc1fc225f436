import { createHash } from 'node:crypto';
import { describePath, type Fault, type Path, readDataFile } from '@tieuchi/subgraph-kit';
import { checkProgramme } from './check-programme';
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
  const reading = readDataFile(content, programmeFile);
  if (reading.faults) return { faults: reading.faults };
  const { content: programme, text } = reading;
  const faults: Fault[] = [];
  checkProgramme(programme, (path: Path, message) => faults.push({ place: describePath(path), message }));
  if (faults.length > 0) return { faults };
  return { parsed: { programme, contentHash: createHash('sha256').update(text).digest('hex'), text } };
}
