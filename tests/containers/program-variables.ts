import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICE_ROLES } from '@tieuchi/standalone';
import { passwordVariable } from '../../services/standalone/src/role-passwords';
import { ROOT } from './compose-file';

const PASSWORDS = SERVICE_ROLES.flatMap(({ schema }) => [`${schema}_owner`, `${schema}_app`]).map(passwordVariable);
const TRACING_SOURCE = 'services/subgraph-kit/src/tracing/tracing.ts';
const SERVICE_SOURCES = ['services/subgraph-kit/src/environment.ts', TRACING_SOURCE];

/** Where each program says which variables it reads, by what its command runs. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'services/geography/dist/main.js': SERVICE_SOURCES,
  'services/rural-security/dist/main.js': SERVICE_SOURCES,
  'services/model-ward/dist/main.js': SERVICE_SOURCES,
  'gateway/dist/main.js': ['gateway/src/main.ts', TRACING_SOURCE],
  'services/standalone/dist/main-provision.js': ['services/standalone/src/main-provision.ts'],
};

/** Which variables a program reads: the names in the schema of its environment, and those of its kind of service. */
export function variablesRead(main: string): Set<string> {
  const sources = SOURCES[main];
  if (!sources) throw new Error(`nothing is known of the program ${main}`);
  const named = sources.flatMap((file) => namesIn(readFileSync(join(ROOT, file), 'utf8')));
  if (main.startsWith('gateway')) return new Set(named);
  if (main.endsWith('main-provision.js')) return new Set([...named, ...PASSWORDS]);
  // what every service has beside the common ones, and those that follow geography
  const followed = main.includes('geography') ? [] : ['GEOGRAPHY_URL'];
  return new Set([...named, 'PORT', ...followed]);
}

/** Keys in capitals of an object: `  LOG_LEVEL: z.enum(…)`, also `z.object({ DATABASE_URL: … })`. */
function namesIn(source: string): string[] {
  return [...source.matchAll(/(?:^ {2,4}|\{ )([A-Z][A-Z0-9_]+): (?:z\.|[a-z]\w*Variable\b)/gm)].map(
    ([, name]) => name!,
  );
}

/** Which variables a program does not start without: it names all of them when it is started with none. */
export function variablesRequired(main: string): Set<string> {
  const { stderr, status } = spawnSync(process.execPath, [join(ROOT, main)], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (status !== 1) throw new Error(`${main} started without any variable, or said nothing: ${stderr}`);
  return new Set([...stderr.matchAll(/(?:environment: |; )([A-Z][A-Z0-9_]+): /g)].map(([, name]) => name!));
}
