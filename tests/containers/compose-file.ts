import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(__dirname, '../..');

export interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period?: string;
  readonly init?: boolean;
  readonly read_only?: boolean;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
}

/** As it is written: anchors and merges are resolved, `${…}` are not. */
export function readComposeFile(): ComposeFile {
  return parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as ComposeFile;
}

const PLACE = /\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g;

/** The variables that a text takes from `.env`, with whether it is refused without them. */
export function placesOf(text: string): { name: string; isRequired: boolean }[] {
  return [...text.matchAll(PLACE)].map(([, name = '', kind]) => ({ name, isRequired: kind === '?' }));
}

/**
 * Fills in what comes from `.env`, as `docker compose` does.
 * @throws Error for a required variable that is not there
 */
export function interpolate(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (_all, name: string, kind: string | undefined, rest = '') => {
    const value = env[name] ?? '';
    if (value === '' && kind === '?') throw new Error(`required variable ${name} is missing: ${rest}`);
    return value === '' && kind === '-' ? rest : value;
  });
}

/** The names that `.env.example` has, with what it gives them. */
export function readEnvExample(): Map<string, string> {
  const lines = readFileSync(join(ROOT, '.env.example'), 'utf8').split('\n');
  return new Map(lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2) as [string, string]));
}
