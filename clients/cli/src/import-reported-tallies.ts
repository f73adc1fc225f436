import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Server } from './ask-graphql';
import { readInputFile } from './input-file';
import { type ReportedTalliesOutcome, summariseReportedTallies } from './reported-tallies-summary';
import { sendImport } from './send-import';
import { CliError, type Terminal } from './terminal';

interface ImportOptions {
  readonly dryRun: boolean;
  readonly format: string;
}

export function addReportedTalliesImport(imports: Command, terminal: Terminal, server: () => Server): void {
  imports
    .command('reported-tallies <file>')
    .description('Import figures that were printed or sent up (CSV, one row for each figure with its source)')
    .option('--dry-run', 'say what each row would do, and change nothing', false)
    .option('--format <format>', 'text, or json with everything', 'text')
    .action(async (path: string, { dryRun, format }: ImportOptions) => {
      if (!['text', 'json'].includes(format)) throw new CliError(`--format ${format}: text or json`);
      const request = { kind: 'reported-tallies', name: basename(path), dryRun, content: readInputFile(path) };
      const outcome = await sendImport<ReportedTalliesOutcome>(server(), request);
      if (format === 'json') terminal.print(JSON.stringify(outcome));
      else for (const line of summariseReportedTallies(outcome)) terminal.print(line);
      if (outcome.status === 'REFUSED') terminal.exitCode = 1;
    });
}
