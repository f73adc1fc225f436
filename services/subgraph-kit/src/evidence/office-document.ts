import type { EvidenceType } from './evidence-type';
import { readPackageTypes } from './package-types';
import { readZipEntries, unpacksAsDeclared, type ZipEntry } from './zip-entries';

const DOCUMENTS: readonly EvidenceType[] = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
/** Programs: in VBA, and in the macro sheets of Excel 4.0. */
const MACRO = /macroenabled|macrosheet|vbaproject/i;

/** A report with photographs has some hundred; each costs a stream to look into. */
const ENTRIES_LIMIT = 2_000;
const UNPACKED_LIMIT_BYTES = 100_000_000;

export type OfficeReading = { readonly type: EvidenceType } | { readonly fault: string };

/** Tells documents of Word and Excel from other ZIPs, or says what is wrong with them. */
export async function readOfficeDocument(content: Buffer): Promise<OfficeReading> {
  const entries = readZipEntries(content);
  const types = entries && readPackageTypes(entries);
  if (!entries || !types) return { fault: 'it is a ZIP that is no document of Word or Excel (.docx, .xlsx)' };
  if ([...types, ...entries.map(({ name }) => name)].some((word) => MACRO.test(word))) {
    return { fault: 'it holds macros; save it without them' };
  }
  // a package is what its main part is (ECMA-376 part 1, 11.3.10)
  const [type, ...more] = DOCUMENTS.filter((document) => types.includes(`${document}.main+xml`));
  if (!type || more.length > 0) return { fault: 'it is no document of Word or Excel (.docx, .xlsx)' };
  const fault = await findPackingFault(entries);
  return fault === null ? { type } : { fault };
}

/** A small file must not fill the memory of whoever opens it. */
async function findPackingFault(entries: readonly ZipEntry[]): Promise<string | null> {
  const unpackedBytes = entries.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (entries.length > ENTRIES_LIMIT) return `it has ${entries.length} parts; ${ENTRIES_LIMIT} are the limit`;
  if (unpackedBytes > UNPACKED_LIMIT_BYTES) {
    return `it unpacks to ${unpackedBytes} bytes; ${UNPACKED_LIMIT_BYTES} are the limit`;
  }
  for (const entry of entries) {
    if (!(await unpacksAsDeclared(entry))) return 'it does not unpack to what it declares';
  }
  return null;
}
