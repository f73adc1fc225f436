import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Server } from './ask-graphql';
import { type AssessmentsOutcome, summariseAssessments } from './assessments-summary';
import { addReportedTalliesImport } from './import-reported-tallies';
import { readInputFile } from './input-file';
import { withProgress } from './job-progress';
import { sendImport } from './send-import';
import { CliError, type Terminal } from './terminal';

interface AssessmentsOptions {
  readonly step: string;
  readonly indicator: string;
  readonly year: string;
  readonly dryRun: boolean;
  readonly format: string;
}

export function addImportCommands(program: Command, terminal: Terminal): void {
  const imports = program.command('import').description('Files of many units at once (CSV or XLSX)');
  imports
    .command('assessments <file>')
    .description('Import a filled form: the same step for every row, all of them or none')
    .requiredOption('--indicator <id>', 'which indicator: ntm-2021-2025/19.2')
    .requiredOption('--year <year>', 'the assessment year')
    .option('--step <step>', 'SAVE a draft, SUBMIT or APPRAISE', 'SUBMIT')
    .option('--dry-run', 'say each fault, and which verdicts would flip, and change nothing', false)
    .option('--format <format>', 'text, or json with everything', 'text')
    .action(async (path: string, { step, indicator, year, dryRun, format }: AssessmentsOptions) => {
      if (!['text', 'json'].includes(format)) throw new CliError(`--format ${format}: text or json`);
      const server: Server = program.opts();
      const job = randomUUID();
      const request = {
        ...{ kind: 'assessments', name: basename(path), dryRun, content: readInputFile(path) },
        parameters: { step, indicator, year, job },
      };
      const send = () => sendImport<AssessmentsOutcome>(server, request);
      const outcome = await withProgress(server, job, terminal, send);
      if (format === 'json') terminal.print(JSON.stringify({ ...outcome, origin: outcome.report.origin }));
      else for (const line of summariseAssessments(outcome)) terminal.print(line);
      if (outcome.status === 'REFUSED') terminal.exitCode = 1;
    });
  addReportedTalliesImport(imports, terminal, () => program.opts());
}
