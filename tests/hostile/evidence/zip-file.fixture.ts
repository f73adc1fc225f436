import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a ZIP that a test writes; what it does not say is as a truthful writer has it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory says that it unpacks to. */
  readonly declaredLength?: number;
  /** The name in the part's own header. */
  readonly ownName?: string;
  readonly method?: number;
  readonly flags?: number;
}

/** A ZIP of deflated parts, as byte by byte as a lie needs it. */
export function zipFile(parts: readonly ZipPart[], comment = ''): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const { name, declaredLength = content.length, ownName = name, method = 8, flags = 0 } = part;
    const packed = method === 8 ? deflateRawSync(content, { level: 9 }) : content;
    const described = Buffer.alloc(26);
    described.writeUInt16LE(20, 0);
    described.writeUInt16LE(flags, 2);
    described.writeUInt16LE(method, 4);
    described.writeUInt32LE(crc32(content), 10);
    described.writeUInt32LE(packed.length, 14);
    described.writeUInt32LE(declaredLength, 18);
    const local = headed('PK\x03\x04', described, ownName, Buffer.alloc(0));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(headed('PK\x01\x02\x14\0', described, name, place));
    files.push(local, packed);
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, ...directory, end, Buffer.from(comment)]);
}

function headed(signature: string, described: Buffer, name: string, rest: Buffer): Buffer {
  const header = Buffer.from(described);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return Buffer.concat([Buffer.from(signature, 'latin1'), header, rest, Buffer.from(name)]);
}
