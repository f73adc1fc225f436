import { basename } from 'node:path';
import type { Command } from 'commander';
import { type ImportOutcome, summarise } from './import-summary';
import { readInputFile } from './input-file';
import { sendImport } from './send-import';
import { CliError, type Terminal } from './terminal';

const KINDS = ['conversion-table', 'reorganisation'];

interface ImportOptions {
  readonly dryRun: boolean;
  readonly kind?: string;
  readonly format: string;
}

export function addGeographyCommands(program: Command, terminal: Terminal): void {
  const geography = program.command('geography').description('Maps and lineage of administrative units');
  geography
    .command('import <file>')
    .description("Import the statistics office's conversion table (CSV), or a reorganisation (JSON or CSV)")
    .option('--dry-run', 'say what would change, unit by unit, and change nothing', false)
    .option('--kind <kind>', `${KINDS.join(' or ')}; else the file's first line tells`)
    .option('--format <format>', 'text, or json with everything', 'text')
    .action(async (path: string, options: ImportOptions) => {
      const content = readInputFile(path);
      const kind = options.kind ?? guessKind(content);
      if (!KINDS.includes(kind)) throw new CliError(`--kind ${kind}: one of ${KINDS.join(', ')}`);
      if (!['text', 'json'].includes(options.format)) throw new CliError(`--format ${options.format}: text or json`);
      const request = { kind, name: basename(path), dryRun: options.dryRun, content };
      const outcome = await sendImport<ImportOutcome>(program.opts(), request);
      if (options.format === 'json') terminal.print(JSON.stringify(outcome));
      else for (const line of summarise(outcome)) terminal.print(line);
      if (outcome.status === 'REFUSED') terminal.exitCode = 1;
    });
}

/** The office's table begins with its two columns of headings; everything else is a reorganisation. */
function guessKind(content: Buffer): string {
  return content.subarray(0, 400).toString('utf8').normalize('NFC').includes('Đơn vị hành chính từ ngày')
    ? 'conversion-table'
    : 'reorganisation';
}
