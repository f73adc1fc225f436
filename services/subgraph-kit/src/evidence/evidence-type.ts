import { SpeakingError } from '../errors/speaking-error';
import { readOfficeDocument } from './office-document';

/** What evidence may be, with the ending of its file's name. */
export const EVIDENCE_EXTENSIONS = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;

export type EvidenceType = keyof typeof EVIDENCE_EXTENSIONS;

/** The first bytes, as Latin-1. A PDF that begins later opens in some readers, and so does whatever stands before it. */
const SIGNATURES: readonly (readonly [EvidenceType, string])[] = [
  ['application/pdf', '%PDF-'],
  // the signature and the header chunk, which is first and 13 bytes long
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['image/jpeg', '\xff\xd8\xff'],
];
const ZIP = 'PK\x03\x04';
const SIGNATURE_BYTES = 16;

/** Says nothing about the content; many clients send it, or no type at all, for any file. */
const UNSAID = ['', 'application/octet-stream'];

/**
 * Tells what a file is by its content. Plain text and CSV are refused: nothing in them tells them from HTML and scripts.
 * @param saidType Content-Type as the client sent it, with parameters; '' where it sent none
 * @throws SpeakingError EVIDENCE_TYPE_REFUSED for anything that evidence may not be, or that is not what was said
 */
export async function detectEvidenceType(content: Buffer, saidType: string): Promise<EvidenceType> {
  const start = content.toString('latin1', 0, SIGNATURE_BYTES);
  const type =
    SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0] ?? (await detectPacked(start, content));
  const said = (saidType.split(';', 1)[0] as string).trim().toLowerCase();
  if (said === type || UNSAID.includes(said)) return type;
  throw refused(`its content is ${type}, and Content-Type says ${said}`);
}

async function detectPacked(start: string, content: Buffer): Promise<EvidenceType> {
  if (content.length === 0) throw refused('it is empty');
  if (!start.startsWith(ZIP)) throw refused('its content is none of these');
  const reading = await readOfficeDocument(content);
  if ('fault' in reading) throw refused(reading.fault);
  return reading.type;
}

function refused(fault: string): SpeakingError {
  return new SpeakingError(
    'EVIDENCE_TYPE_REFUSED',
    `Evidence is PDF, PNG, JPEG, or a document of Word or Excel without macros, told by its content; this file is refused: ${fault}.`,
  );
}
