import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Outcome {
  readonly code: number | null;
  /** Lines of standard output. */
  readonly out: readonly string[];
  readonly err: string;
}

const BIN = join(__dirname, '../../clients/cli/bin/tieuchi.mjs');

/** The command as a process, as scripts run it. */
export function runTieuchi(options: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...options], { env: { PATH: process.env.PATH, ...environment } });
    const written = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      written.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      written.err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: written.out.trimEnd().split('\n'), err: written.err }));
  });
}
