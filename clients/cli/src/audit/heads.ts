import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import { readInputFile } from '../input-file';
import { CliError } from '../terminal';
import { type AuditOwner, canonicalText } from './chain';

const headSchema = z.object({
  format: z.literal('tieuchi/audit-head/1'),
  kind: z.enum(['DAY', 'STOP']),
  service: z.string(),
  installation: z.string(),
  day: z.string(),
  position: z.number().int().positive(),
  hash: z.string(),
  signedAt: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** Where a chain ended when the service signed it. */
export type AuditHead = z.output<typeof headSchema>;

/** @throws CliError that names the line that is no head */
export function readHeads(file: string): AuditHead[] {
  const lines = readInputFile(file).toString('utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const head = headSchema.safeParse(parse(line));
    if (head.success) return [head.data];
    throw new CliError(`${file}, line ${index + 1} is no head of an audit`);
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** @throws CliError where the file holds no public key */
export function readPublicKey(file: string): KeyObject {
  const content = readInputFile(file);
  try {
    return createPublicKey(content);
  } catch {
    throw new CliError(`${file} is no public key: audit-public-key.pem in the audit's folder is one`);
  }
}

export function isSigned(head: AuditHead, key: KeyObject): boolean {
  const { format, kind, service, installation, day, position, hash, signedAt, keyId, signature } = head;
  const text = canonicalText([format, kind, service, installation, day, String(position), hash, signedAt, keyId]);
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

export function isHeadOf(head: AuditHead, { service, installation }: AuditOwner): boolean {
  return head.service === service && head.installation === installation;
}
