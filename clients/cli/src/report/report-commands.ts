import { type Command, Option } from 'commander';
import { askWhole, readOperation, type Server } from '../ask-graphql';
import { attainmentVariables, closingMapOf } from '../attainment/attainment-report';
import { readYear } from '../attainment/read-year';
import { ownVersion } from '../doctor/doctor-command';
import { readDay } from '../read-day';
import { CliError, type Terminal } from '../terminal';
import { findDifferences } from './differences';
import { type ReportFile, readReport, writeReport } from './report-file';

interface MakeOptions {
  readonly out: string;
  readonly indicator: string;
  readonly year: number;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly language: 'vi' | 'en';
}

/** More are counted, not printed. */
const MOST_DIFFERENCES = 20;

const HELP = `
A report is made as it was known at the end of the last closed day, never of today: what today still brings would make
it another one. It holds the question, so that any server with the same data repeats it, years later.

Examples:
  npx --no tieuchi report make 19 --out thai-nguyen-2025.json
  npx --no tieuchi report verify thai-nguyen-2025.json`;

export function addReportCommands(program: Command, terminal: Terminal): void {
  const report = program.command('report').description('Answers that can be had again').addHelpText('after', HELP);
  report
    .command('make')
    .argument('[code]', 'VN, a province ("01") or a district ("001")', 'VN')
    .description('Write where a unit and its parts stand, with every step, into a file')
    .requiredOption('--out <file>', 'a new file')
    .option('--indicator <id>', 'which indicator', 'ntm-2021-2025/19.2')
    .option('--year <year>', 'assessment year', readYear, 2025)
    .option('--as-of <day>', 'on the map of that day; else the one on which the programme closed', readDay)
    .option('--known-on <day>', 'as known by the end of that day; else of the last closed one', readDay)
    .addOption(new Option('--language <language>', 'of names and sentences').choices(['vi', 'en']).default('vi'))
    .action((code: string, options: MakeOptions) => make(program.opts(), code, options, terminal));
  report
    .command('verify')
    .argument('<file>', 'what tieuchi report make wrote')
    .description('Ask the same again; exit code 1 if the answer or the file is another one')
    .action((file: string) => verify(program.opts(), file, terminal));
}

async function make(server: Server, code: string, options: MakeOptions, terminal: Terminal): Promise<void> {
  const { indicator, year, out } = options;
  const asOf = options.asOf ?? (await closingMapOf(server, indicator));
  const variables = attainmentVariables({
    ...{ code, indicator, year, asOf, withParts: true, withExplanation: true },
    knownOn: options.knownOn ?? (await lastClosedDay(server)),
    language: options.language === 'en' ? 'EN' : 'VI',
  });
  const operation = readOperation('attainment');
  const { data, snapshot } = await askWhole(server, operation, variables);
  const { id, map, knownOn, method, provisional, lastClosedDay: closed } = snapshot;
  if (provisional || knownOn === null) {
    throw new CliError(`--known-on ${knownOn}: that day is not over; the last closed one is ${closed}.`);
  }
  writeReport(out, {
    format: 'tieuchi/report/1',
    version: ownVersion(),
    operation,
    variables,
    snapshot: { id, map, knownOn, method },
    data,
  });
  terminal.print(`${out}: as known by the end of ${knownOn}, ${id}`);
}

async function lastClosedDay(server: Server): Promise<string> {
  return (await askWhole(server, readOperation('doctor'))).snapshot.lastClosedDay;
}

async function verify(server: Server, file: string, terminal: Terminal): Promise<void> {
  const report = readReport(file);
  const { data, snapshot } = await askWhole(server, report.operation, report.variables);
  const differences = findDifferences(report.data, data);
  for (const { path, before, now } of differences.slice(0, MOST_DIFFERENCES)) {
    terminal.print(`${path}: the report says ${JSON.stringify(before)}, the server ${JSON.stringify(now)}`);
  }
  if (differences.length > MOST_DIFFERENCES) terminal.print(`… and ${differences.length - MOST_DIFFERENCES} more`);
  const isSame = differences.length === 0 && snapshot.id === report.snapshot.id;
  terminal.print(
    isSame ? `The same: ${snapshot.id}` : reasonOf(report, snapshot.id, differences.length, snapshot.method),
  );
  if (!isSame) terminal.exitCode = 1;
}

function reasonOf(report: ReportFile, id: string, differing: number, method: ReportFile['snapshot']['method']): string {
  if (id === report.snapshot.id)
    return 'Another report: the server answers what its id stands for; the file was changed.';
  const before = report.snapshot.method;
  if (method?.version !== before?.version) {
    return `Another answer: the formulas are ${method?.id} ${method?.version} now, they were ${before?.id} ${before?.version}.`;
  }
  return differing > 0
    ? `Another answer: ${differing} figures differ from those known by the end of ${report.snapshot.knownOn}.`
    : 'Another question: the answers are equal, but the id does not belong to this operation and these variables.';
}
