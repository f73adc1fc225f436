import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { download } from './download';
import type { Terminal } from './terminal';

interface ExportOptions {
  readonly format: 'csv' | 'xlsx';
  readonly set: Readonly<Record<string, string>>;
  readonly out?: string;
}

const HELP = `
What there is, and what each asks for, the server says: tieuchi export x.

Examples:
  npx --no tieuchi export attainment --set indicator=ntm-2021-2025/19.2 --set year=2025 --set map=2025-06-30
  npx --no tieuchi export quota-check --set rule=mps-2022-11 --format xlsx
  npx --no tieuchi export near-misses --set within=VN --set indicator=ntm-2021-2025/19.2 --set year=2025 --set map=2025-06-30`;

export function addExportCommand(program: Command, terminal: Terminal): void {
  program
    .command('export <name>')
    .description('Download a table, all its pages: the same figures as over GraphQL')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'xlsx']).default('csv'))
    .option('--set <name=value>', 'a variable of its operation; may be repeated', readSetting, {})
    .option('--out <file>', 'where to write it; else the name that the server gives, if there is no such file')
    .addHelpText('after', HELP)
    .action(async (name: string, { format, set, out }: ExportOptions) => {
      const file = `${name}.${format}`;
      const path = `/export/${encodeURIComponent(name)}.${format}?${new URLSearchParams(set)}`;
      const { content, name: given } = await download(program.opts(), path, file);
      writeFileSync(out ?? given, content, { flag: out === undefined ? 'wx' : 'w' });
      terminal.print(given.startsWith('MO-PHONG_') ? `[MÔ PHỎNG] ${out ?? given}` : (out ?? given));
    });
}

/** @throws InvalidArgumentError for anything but name=value */
function readSetting(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name = '', value = ''] = /^(\w+)=([\s\S]*)$/.exec(text) ?? [];
  if (name === '') throw new InvalidArgumentError('Write name=value: year=2025.');
  return { ...before, [name]: value };
}
