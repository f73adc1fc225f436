import { inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-entries';

const LIMIT_BYTES = 1_000_000;
const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = '_rels/.rels';

const ELEMENT = /<(Default|Override)((?:\s+\w+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+)\s*\/?>/g;
const ATTRIBUTE = /(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The media types of the parts of an Office package, in lower case: all that are given to a part by name, and those
 * given to an extension that a part has (ECMA-376 part 2). A writer may list more extensions than it uses.
 * @returns null where it is no package, or says its types in a way that readers may understand otherwise than we do
 */
export function readPackageTypes(entries: readonly ZipEntry[]): readonly string[] | null {
  const [listing, ...more] = entries.filter(({ name }) => name === CONTENT_TYPES);
  if (!listing || more.length > 0 || !entries.some(({ name }) => name === RELATIONS)) return null;
  const text = readText(listing);
  // a type could hide behind references and comments; writers of documents use none here
  if (text === null || /&|<!/.test(text) || /ContentType/i.test(text.replace(ELEMENT, ''))) return null;
  const extensions = new Set(entries.map(({ name }) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  return [...text.matchAll(ELEMENT)].flatMap(([, kind, attributes = '']) => {
    const { Extension = '', ContentType = '' } = Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, double ?? single]),
    );
    return kind === 'Override' || extensions.has(Extension.toLowerCase()) ? [ContentType.toLowerCase()] : [];
  });
}

/** @returns null where it does not unpack to UTF-8 of at most `LIMIT_BYTES` */
function readText({ packed, isDeflated }: ZipEntry): string | null {
  try {
    const bytes = isDeflated ? inflateRawSync(packed, { maxOutputLength: LIMIT_BYTES }) : packed;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
