import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './compose-file';

export interface Instruction {
  /** In capitals: COPY, RUN, ENV. */
  readonly name: string;
  readonly words: readonly string[];
}

/** What is between one FROM and the next. */
export interface Stage {
  readonly base: string;
  readonly name: string | null;
  readonly steps: readonly Instruction[];
}

/** Comments are left out, continued lines are one. Lists in JSON are their elements. */
export function readDockerfile(): Stage[] {
  const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n');
  const stages: { base: string; name: string | null; steps: Instruction[] }[] = [];
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    const words = rest.startsWith('[') ? (JSON.parse(rest) as string[]) : rest.trim().split(/\s+/);
    if (name === 'FROM') stages.push({ base: words[0]!, name: words[2] ?? null, steps: [] });
    else stages.at(-1)!.steps.push({ name, words });
  }
  return stages;
}

/** Which files of the checkout the build sees, by `.dockerignore`: the last pattern that matches a path decides. */
export function readIgnored(): (path: string) => boolean {
  const lines = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
  const patterns = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isKept: line.startsWith('!'), expression: expressionOf(line.replace(/^!/, '')) }));
  return (path) => patterns.findLast(({ expression }) => expression.test(path))?.isKept !== true;
}

/** A pattern takes what it names and all under it; two stars are any depth, one star anything within a name. */
function expressionOf(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${escaped}(?:/.*)?$`);
}
