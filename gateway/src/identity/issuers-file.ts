import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Fault, type Logger, Role, readDataFile, StartError } from '@tieuchi/subgraph-kit';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { readActor } from './claims';
import { ALGORITHMS, type Issuer } from './issuer';
import { OWN_ISSUER } from './own-issuer/own-issuer';
import { createRemoteKeys } from './remote-keys';
import { watchFile } from './watched-file';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const text = z.string('must be a text').min(1, 'must not be empty');

/** `realm_access.roles`; a list of names where a name itself has a dot. */
const placeSchema = z
  .union(
    [text.transform((place) => place.split('.')), z.array(text).min(1)],
    'must be names with dots between, or a list',
  )
  .refine((place) => place.every((name) => name !== ''), 'must name a claim');

const issuerSchema = z.strictObject({
  issuer: text.refine((name) => name !== OWN_ISSUER, `"${OWN_ISSUER}" is the name of the installation's own issuer`),
  audience: text,
  jwks: text.refine(isSafe, 'must be https:// (http:// on this machine alone), or the path of a file'),
  algorithms: z.array(z.enum(ALGORITHMS, `must be among ${ALGORITHMS.join(', ')}`)).min(1, 'must name one at least'),
  claims: z.strictObject({ role: placeSchema, scope: placeSchema }),
  roles: z
    .record(text, z.enum(Role, `must be among ${Object.values(Role).join(', ')}`))
    .refine((roles) => Object.keys(roles).length > 0, 'must name one at least'),
});
type IssuerEntry = z.output<typeof issuerSchema>;

const fileSchema = z
  .array(issuerSchema, 'must be a list of issuers')
  .min(1, 'must name an issuer')
  .superRefine((issuers, context) => {
    for (const [index, { issuer }] of issuers.entries()) {
      if (issuers.findIndex((each) => each.issuer === issuer) === index) continue;
      context.addIssue({ code: 'custom', path: [index, 'issuer'], message: `"${issuer}" is named twice` });
    }
  });

const keySetSchema = z.object({
  keys: z.array(
    z
      .looseObject({ kty: z.enum(['EC', 'OKP', 'RSA'], 'must be EC, OKP or RSA: a shared secret is no public key') })
      .refine((key) => !('d' in key), 'is a private key: publish the public part alone'),
  ),
});

/**
 * The issuers that TIEUCHI_ISSUERS names, as docs/identity.md describes them.
 * @throws StartError with all faults and their places
 */
export function readIssuers(path: string, logger: Logger): Issuer[] {
  const entries = check(path, readWhole(path), fileSchema);
  return entries.map((entry) => ({
    name: entry.issuer,
    audience: entry.audience,
    algorithms: entry.algorithms,
    findKey: keysOf(entry, dirname(path), logger),
    actorOf: (payload) => readActor(payload, entry.claims, entry.roles),
  }));
}

function keysOf({ jwks }: IssuerEntry, folder: string, logger: Logger): JWTVerifyGetKey {
  if (isAddress(jwks)) return createRemoteKeys({ url: new URL(jwks), logger });
  const path = resolve(folder, jwks);
  const keys = watchFile(path, (bytes) => createLocalJWKSet(check(path, bytes, keySetSchema) as JSONWebKeySet));
  // a file that is wrong already stops the start, with its place
  check(path, readWhole(path), keySetSchema);
  return (header, token) => keys()(header, token);
}

function isAddress(jwks: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(jwks);
}

/** Over plain HTTP anybody on the way could put a key of his own in. */
function isSafe(jwks: string): boolean {
  if (!isAddress(jwks)) return true;
  if (!URL.canParse(jwks)) return false;
  const { protocol, hostname } = new URL(jwks);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`${path} cannot be read (${code})`, 'set TIEUCHI_ISSUERS to a file that this user can read');
  }
}

function check<S extends z.ZodType>(path: string, bytes: Uint8Array, schema: S): z.output<S> {
  const { content, faults } = readDataFile(bytes, schema);
  if (faults) throw new StartError(`${path}: ${faults.map(inWords).join('; ')}`, 'docs/identity.md has an example');
  return content;
}

function inWords({ place, message }: Fault): string {
  return `${place}: ${message}`;
}
