import { type Command, Option } from 'commander';
import type { Server } from '../ask-graphql';
import { readDay } from '../read-day';
import type { Terminal } from '../terminal';
import { asCsv, asTable } from './attainment-formats';
import { type AttainmentReport, askAttainment } from './attainment-report';
import { readYear } from './read-year';

interface AttainmentOptions {
  readonly indicator: string;
  readonly year: number;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly parts: boolean;
  readonly explain: boolean;
  readonly language: 'vi' | 'en';
  readonly format: keyof typeof FORMATS;
}

const FORMATS = { table: asTable, json: (report: AttainmentReport) => [JSON.stringify(report)], csv: asCsv };

const HELP = `
Exit codes: 0 the target is attained, 1 it is not, 2 that cannot be told.
Without --as-of the map is the one on which the programme closed: its targets were set there.

Examples:
  npx --no tieuchi attainment
  npx --no tieuchi attainment 19 --explain
  npx --no tieuchi attainment VN --parts --format csv > cac-tinh.csv
  npx --no tieuchi attainment 19 --as-of 2025-07-01 --known-on 2025-12-31`;

export function addAttainmentCommand(program: Command, terminal: Terminal): void {
  program
    .command('attainment')
    .argument('[code]', 'VN, a province ("01") or a district ("001")', 'VN')
    .description('Where a unit stands against its target, and why')
    .option('--indicator <id>', 'which indicator', 'ntm-2021-2025/19.2')
    .option('--year <year>', 'assessment year', readYear, 2025)
    .option('--as-of <day>', 'on the map of that day, YYYY-MM-DD', readDay)
    .option('--known-on <day>', 'as it was recorded by the end of that day, YYYY-MM-DD', readDay)
    .option('--parts', 'also each of its provinces or districts', false)
    .option('--explain', 'also every step that led to the verdict', false)
    .addOption(new Option('--language <language>', 'of names and sentences').choices(['vi', 'en']).default('vi'))
    .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(FORMATS)).default('table'))
    .addHelpText('after', HELP)
    .action((code: string, options: AttainmentOptions) => answer(program.opts(), code, options, terminal));
}

async function answer(server: Server, code: string, options: AttainmentOptions, terminal: Terminal): Promise<void> {
  const report = await askAttainment(server, {
    code,
    indicator: options.indicator,
    year: options.year,
    asOf: options.asOf ?? null,
    knownOn: options.knownOn ?? null,
    language: options.language === 'en' ? 'EN' : 'VI',
    withParts: options.parts,
    withExplanation: options.explain,
  });
  for (const line of FORMATS[options.format](report)) terminal.print(line);
  terminal.exitCode = exitCodeOf(report);
}

function exitCodeOf({ unit }: AttainmentReport): 0 | 1 | 2 {
  const verdict = unit.attainment?.verdict;
  if (verdict === 'ATTAINED') return 0;
  return verdict === 'NOT_ATTAINED' ? 1 : 2;
}
