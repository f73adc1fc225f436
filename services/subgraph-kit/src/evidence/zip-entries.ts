import { createInflateRaw } from 'node:zlib';

/** A file inside a ZIP as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** As they lie in the ZIP. */
  readonly packed: Buffer;
  readonly isDeflated: boolean;
  /** What it unpacks to, as declared. */
  readonly byteLength: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * The entries of a plain ZIP: one part, no comment at its end, stored or deflated, not encrypted (APPNOTE 4.3).
 * Nothing is unpacked.
 * @returns null for everything else, also where the directory and an entry's own header differ: readers would, too
 */
export function readZipEntries(content: Buffer): readonly ZipEntry[] | null {
  try {
    const end = content.length - END_BYTES;
    const count = content.readUInt16LE(end + 10);
    const directory = content.readUInt32LE(end + 16);
    const isPlain = content.readUInt32LE(0) === LOCAL && content.readUInt32LE(end) === END;
    if (!isPlain || directory + content.readUInt32LE(end + 12) !== end) return null;
    const entries: ZipEntry[] = [];
    let at = directory;
    while (at < end) {
      const entry = readEntry(content, at, directory);
      if (!entry) return null;
      entries.push(entry);
      at +=
        CENTRAL_BYTES + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
    }
    return entries.length === count && at === end ? entries : null;
  } catch {
    // an offset or a length points outside of the content
    return null;
  }
}

function readEntry(content: Buffer, at: number, directory: number): ZipEntry | null {
  const method = content.readUInt16LE(at + 10);
  const packedLength = content.readUInt32LE(at + 20);
  const nameLength = content.readUInt16LE(at + 28);
  const local = content.readUInt32LE(at + 42);
  const name = content.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
  const ownNameLength = content.readUInt16LE(local + 26);
  const ownName = content.subarray(local + LOCAL_BYTES, local + LOCAL_BYTES + ownNameLength);
  const start = local + LOCAL_BYTES + ownNameLength + content.readUInt16LE(local + 28);
  const isWhole =
    content.readUInt32LE(at) === CENTRAL &&
    content.readUInt32LE(local) === LOCAL &&
    name.equals(ownName) &&
    start + packedLength <= directory;
  const isReadable =
    (content.readUInt16LE(at + 8) & ENCRYPTED) === 0 &&
    (method === DEFLATED || (method === STORED && packedLength === content.readUInt32LE(at + 24)));
  if (!isWhole || !isReadable) return null;
  return {
    name: name.toString('utf8'),
    packed: content.subarray(start, start + packedLength),
    isDeflated: method === DEFLATED,
    byteLength: content.readUInt32LE(at + 24),
  };
}

/** Whether it unpacks to what the directory declares. Holds one chunk at a time and stops at the first byte too many. */
export async function unpacksAsDeclared({ packed, isDeflated, byteLength }: ZipEntry): Promise<boolean> {
  if (!isDeflated) return true;
  let length = 0;
  try {
    for await (const chunk of createInflateRaw().end(packed) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > byteLength) return false;
    }
  } catch {
    return false;
  }
  return length === byteLength;
}
