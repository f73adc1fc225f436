import { type Command, Option } from 'commander';
import { askGraphql, readOperation, type Server } from '../ask-graphql';
import { readDay } from '../read-day';
import { CliError, type Terminal } from '../terminal';
import { layOut } from '../text-table';
import { writeDay } from '../wording';
import { askQuota } from './ask-quota';
import { lineAlone, unanswered } from './last-line';
import { asCsv, asGithub, asJunit, asTable } from './quota-formats';
import type { QuotaReport } from './quota-report';

interface CheckOptions {
  readonly rule: string;
  readonly format: keyof typeof FORMATS;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly failOn?: 'short' | 'unknown';
  readonly quiet: boolean;
}

const FORMATS = {
  table: asTable,
  json: (report: QuotaReport) => [JSON.stringify(report)],
  csv: asCsv,
  junit: asJunit,
  github: asGithub,
};

const CHECK_HELP = `
Exit codes: 0 every unit has what it needs, 1 at least one is short, 2 could not be answered.
--fail-on short lets what cannot be told pass (0); --fail-on unknown takes it for short (1).
The rule is checked on its own map; --as-of adds a second reading, for reference.

Examples:
  npx --no tieuchi quota check --rule mps-2022-11
  npx --no tieuchi quota check --rule mps-2022-11 --known-on 2023-12-31 --format json
  npx --no tieuchi quota check --rule mps-2023-12 --as-of 2025-07-01
  npx --no tieuchi quota check --rule mps-2022-11 --format junit > quota.xml`;

export function addQuotaCommands(program: Command, terminal: Terminal): void {
  const quota = program.command('quota').description('How many model wards which units must have');
  quota
    .command('rules')
    .description('The rules that can be checked, with their source')
    .action(() => printRules(program.opts(), terminal));
  quota
    .command('check')
    .description('Check a rule unit by unit; a surplus elsewhere never fills a gap')
    .requiredOption('--rule <id>', 'which one; see tieuchi quota rules')
    .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(FORMATS)).default('table'))
    .option('--as-of <day>', 'add the reading on the map of that day, YYYY-MM-DD', readDay)
    .option('--known-on <day>', 'as it was recorded by the end of that day, YYYY-MM-DD', readDay)
    .addOption(new Option('--fail-on <what>', 'what exit code 1 is for').choices(['short', 'unknown']))
    .option('-q, --quiet', 'print the last line alone', false)
    .addHelpText('after', CHECK_HELP)
    .action((options: CheckOptions) => check(program.opts(), options, terminal));
}

async function check(server: Server, options: CheckOptions, terminal: Terminal): Promise<void> {
  const asked = { rule: options.rule, asOf: options.asOf ?? null, knownOn: options.knownOn ?? null };
  const report = await askQuota(server, asked).catch((error: unknown) => {
    if (error instanceof CliError) return error;
    throw error;
  });
  if (report instanceof CliError) {
    terminal.warn(sayUnanswered(report, server));
    terminal.exitCode = 2;
    return;
  }
  const lines = options.quiet ? [lineAlone(report)] : FORMATS[options.format](report, terminal);
  for (const line of lines) terminal.print(line);
  terminal.exitCode = exitCodeOf(report.outcome, options.failOn);
}

export function exitCodeOf(outcome: QuotaReport['outcome'], failOn?: 'short' | 'unknown'): 0 | 1 | 2 {
  if (outcome === 'SHORT') return 1;
  if (outcome === 'FULFILLED' || failOn === 'short') return 0;
  return failOn === 'unknown' ? 1 : 2;
}

/** In the place and the language of the last line. */
function sayUnanswered({ obstacle, message }: CliError, { url }: Server): string {
  if (obstacle === 'UNREACHABLE') {
    return unanswered(`máy chủ ${url} không trả lời`, 'Khởi động máy chủ, hoặc cho địa chỉ bằng --url');
  }
  return obstacle === 'REFUSED'
    ? unanswered(`máy chủ không cho phép: ${message}`, 'Xem lại mã truy cập của --token')
    : unanswered(message, 'Sửa câu hỏi rồi chạy lại');
}

async function printRules(server: Server, terminal: Terminal): Promise<void> {
  type Rule = Readonly<Record<'id' | 'title' | 'deadline' | 'map' | 'counts' | 'status' | 'source', string>>;
  const { quotaRules } = await askGraphql<{ quotaRules: Rule[] }>(server, readOperation('quota-rules'));
  const rows = quotaRules.map((rule) => [rule.id, writeDay(rule.deadline), rule.status, rule.title, rule.source]);
  for (const line of layOut(['Mã', 'Hạn', 'Căn cứ', 'Quy định', 'Nguồn'], rows)) terminal.print(line);
}
