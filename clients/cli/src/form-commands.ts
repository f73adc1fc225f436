import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { download } from './download';
import type { Terminal } from './terminal';

interface FormOptions {
  readonly indicator: string;
  readonly year: string;
  readonly step: string;
  readonly csv: boolean;
  readonly out?: string;
}

export function addFormCommands(program: Command, terminal: Terminal): void {
  program
    .command('form <unit>')
    .description('Download the form with the communes of a district, a province or VN, to be filled in and imported')
    .requiredOption('--indicator <id>', 'which indicator: ntm-2021-2025/19.2')
    .requiredOption('--year <year>', 'the assessment year')
    .option('--step <step>', 'what it will be imported for: SAVE, SUBMIT or APPRAISE', 'SUBMIT')
    .option('--csv', 'CSV in place of XLSX', false)
    .option('--out <file>', 'where to write it; else the name that the server gives')
    .action(async (unit: string, { out, csv, ...asked }: FormOptions) => {
      const file = csv ? 'assessments.csv' : 'assessments.xlsx';
      const search = new URLSearchParams({ unit, ...asked });
      const { content, name } = await download(program.opts(), `/forms/${file}?${search}`, file);
      const path = out ?? name;
      writeFileSync(path, content, { flag: out === undefined ? 'wx' : 'w' });
      terminal.print(name.startsWith('MO-PHONG_') ? `[MÔ PHỎNG] ${path}` : path);
    });
}
