import { basename } from 'node:path';
import type { Command } from 'commander';
import { readInputFile } from './input-file';
import { type ProgrammeOutcome, summariseProgramme } from './programme-summary';
import { sendImport } from './send-import';
import { CliError, type Terminal } from './terminal';

interface ImportOptions {
  readonly dryRun: boolean;
  readonly format: string;
}

export function addProgrammeCommands(program: Command, terminal: Terminal): void {
  const programme = program.command('programme').description('Programmes: papers, criteria sets, years and targets');
  programme
    .command('import <file>')
    .description('Import a programme (JSON, docs/programme-file.md): a new one, or a new version of one')
    .option('--dry-run', 'say what would change, place by place, and change nothing', false)
    .option('--format <format>', 'text, or json with everything', 'text')
    .action(async (path: string, { dryRun, format }: ImportOptions) => {
      if (!['text', 'json'].includes(format)) throw new CliError(`--format ${format}: text or json`);
      const request = { kind: 'programme', name: basename(path), dryRun, content: readInputFile(path) };
      const outcome = await sendImport<ProgrammeOutcome>(program.opts(), request);
      if (format === 'json') terminal.print(JSON.stringify(outcome));
      else for (const line of summariseProgramme(outcome)) terminal.print(line);
      if (outcome.status === 'REFUSED') terminal.exitCode = 1;
    });
}
