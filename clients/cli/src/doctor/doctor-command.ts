import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { paint } from '../colour';
import type { Terminal } from '../terminal';
import { examine } from './examine';

const FORMATS = ['text', 'json'] as const;

export function addDoctorCommand(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('Whether a server can be reached, is ready, and answers; exit code 1 if something is not well')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('text'))
    .action(async ({ format }: { format: (typeof FORMATS)[number] }) => {
      const findings = await examine(program.opts(), ownVersion());
      if (format === 'json') terminal.print(JSON.stringify(findings));
      for (const { subject, isWell, text } of format === 'json' ? [] : findings) {
        const sign = isWell ? paint(terminal, 'green', 'ok  ') : paint(terminal, 'red', 'ill ');
        terminal.print(`${sign} ${subject}: ${text}`);
      }
      if (findings.some(({ isWell }) => !isWell)) terminal.exitCode = 1;
    });
}

export function ownVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;
}
