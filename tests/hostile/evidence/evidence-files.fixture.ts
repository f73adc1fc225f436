import { createHash } from 'node:crypto';
import { type ZipPart, zipFile } from './zip-file.fixture';

export const PDF = 'application/pdf';
export const PNG = 'image/png';
export const JPEG = 'image/jpeg';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Every value of a byte after the first line, so that nothing on the way may take it for text. */
export function pdfFile(byteLength = 2_000, seed = 0): Buffer {
  const content = Buffer.from(Array.from({ length: 256 }, (_, index) => (index + seed) % 256));
  const file = Buffer.alloc(byteLength, content);
  file.write('%PDF-1.7\n', 'latin1');
  return file;
}

export const pngFile = () =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

export const jpegFile = () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** @param more beside the parts that make it a package; one of the same name takes the other's place */
export function officeFile(types: string, more: readonly ZipPart[] = [], comment = ''): Buffer {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(types) },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: '<w:document>Báo cáo mẫu</w:document>' },
  ];
  return zipFile([...parts.filter(({ name }) => !more.some((other) => other.name === name)), ...more], comment);
}

export const contentTypes = (types: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}</Types>`;

export const override = (type: string, part = '/word/document.xml') =>
  `<Override PartName="${part}" ContentType="${type}"/>`;

export const docxFile = (more: readonly ZipPart[] = []) => officeFile(override(`${DOCX}.main+xml`), more);
/** As writers have it that give the type to an extension, and list types that no part has. */
export const xlsxFile = () =>
  officeFile(
    `<Default Extension="xml" ContentType='${XLSX}.main+xml' />
     <Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>`,
  );
