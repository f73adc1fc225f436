import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const SERVICES = ['geography', 'rural-security', 'model-ward'];

/** For each part of the house, which of our packages it may import, and the sentence that says so. */
const RULES = [
  { part: 'services/subgraph-kit', may: [], rule: 'the kit knows no service' },
  ...SERVICES.map((name) => ({
    part: `services/${name}`,
    may: ['subgraph-kit'],
    rule: 'a service imports the kit, never another service',
  })),
  { part: 'gateway', may: ['subgraph-kit', 'schema'], rule: 'the gateway imports the kit and the schema only' },
  // operators' commands work on the issuer's folder, beside the gateway that reads it
  { part: 'clients/cli/src/issuer', may: ['schema', 'gateway'], rule: '' },
  { part: 'clients', may: ['schema'], rule: 'a client imports the schema only' },
  // what writes and checks the contract reads every subgraph; the package itself, which the gateway imports, reads none
  { part: 'schema/src/print-contract.ts', may: [...SERVICES, 'gateway', 'schema'], rule: '' },
  { part: 'schema/src/print-access.ts', may: [...SERVICES, 'gateway', 'subgraph-kit'], rule: '' },
  { part: 'schema', may: [], rule: 'the schema is read by others and reads none' },
  { part: 'services/standalone', may: [...SERVICES, 'subgraph-kit', 'gateway', 'schema'], rule: '' },
];

const IMPORT = /(?:from|import|require(?:\.resolve)?)\s*\(?\s*(['"`])([^'"`]+)\1/g;
const SOURCE = /\.(ts|tsx|js|mjs|cjs)$/;

/**
 * @param {string} root of a checkout
 * @returns {{ file: string, line: number, imported: string, rule: string }[]}
 */
export function findViolations(root) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folderOf = new Map(
    workspaces.map((folder) => [JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).name, folder]),
  );
  const parts = [...new Set(RULES.map(({ part }) => part.split('/')[0]))];
  return parts.flatMap((part) => listSources(join(root, part))).flatMap((file) => violationsOf(root, file, folderOf));
}

function violationsOf(root, file, folderOf) {
  const path = relative(root, file).split(sep).join('/');
  const rule = RULES.find(({ part }) => path === part || path.startsWith(`${part}/`));
  if (!rule) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const owner = ownerOf(root, file, match[2], folderOf);
    if (owner === null || path.startsWith(`${owner}/`) || rule.may.includes(owner.split('/').at(-1))) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [{ file: path, line, imported: match[2], rule: rule.rule }];
  });
}

/** The folder of our package that an import leads into, whether by its name or by a path; null for anything else. */
function ownerOf(root, file, imported, folderOf) {
  if (imported.startsWith('.')) {
    const target = relative(root, resolve(file, '..', imported))
      .split(sep)
      .join('/');
    return [...folderOf.values()].find((folder) => target.startsWith(`${folder}/`)) ?? null;
  }
  const name = imported.split('/').slice(0, 2).join('/');
  return folderOf.get(name) ?? null;
}

function listSources(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (['node_modules', 'dist', 'data'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listSources(path) : SOURCE.test(entry.name) ? [path] : [];
  });
}
