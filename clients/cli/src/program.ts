import { Command, CommanderError } from 'commander';
import { addAttainmentCommand } from './attainment/attainment-commands';
import { addAuditCommands } from './audit/audit-commands';
import { mayColour } from './colour';
import { addDoctorCommand, ownVersion } from './doctor/doctor-command';
import { addExportCommand } from './export-command';
import { addFormCommands } from './form-commands';
import { addGeographyCommands } from './geography-commands';
import { addImportCommands } from './import-commands';
import { addKeyCommands, addTokenCommands } from './issuer/token-commands';
import { addUserCommands } from './issuer/user-commands';
import { addProgrammeCommands } from './programme-commands';
import { addQuotaCommands } from './quota/quota-commands';
import { addReportCommands } from './report/report-commands';
import { addTalliesCommands } from './tallies-commands';
import type { CliError, Terminal } from './terminal';

/** 0: done. 1: refused or not fulfilled. 2: the question could not be answered. */
const COULD_NOT_ANSWER = 2;

/**
 * The command line as a function of its arguments: nothing here exits.
 * @returns the exit code
 */
export async function run(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: NodeJS.WritableStream,
  errors: NodeJS.WritableStream,
): Promise<number> {
  const terminal: Terminal = {
    print: (line) => void output.write(`${line}\n`),
    warn: (line) => void errors.write(`${line}\n`),
    isColoured: mayColour(output, environment),
    exitCode: 0,
  };
  const program = createProgram(environment, terminal);
  program.configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) });
  try {
    await program.parseAsync([...argv]);
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_ANSWER;
    terminal.warn(`tieuchi: ${messageOf(error)}`);
    return COULD_NOT_ANSWER;
  }
}

function messageOf(error: unknown): string {
  const { message, obstacle } = error as CliError;
  return obstacle === 'REFUSED' ? `${message} Give it with --token.` : message;
}

function createProgram(environment: NodeJS.ProcessEnv, terminal: Terminal): Command {
  const program = new Command('tieuchi')
    .description('Tiêu chí on the command line: what ministry tooling and operators ask of a running server.')
    .option('--url <url>', 'where the gateway listens', environment.TIEUCHI_URL ?? 'http://localhost:4000')
    .option('--token <token>', 'who asks; npm start prints one for each role', environment.TIEUCHI_TOKEN)
    .addHelpText(
      'after',
      `
Exit codes: 0 done or fulfilled, 1 refused or short, 2 could not be answered.
TIEUCHI_URL and TIEUCHI_TOKEN stand for --url and --token.

Each command explains itself: npx --no tieuchi quota check --help

Examples:
  npx --no tieuchi doctor
  npx --no tieuchi attainment 19 --explain
  npx --no tieuchi quota check --rule mps-2022-11
  npx --no tieuchi form 164 --indicator ntm-2021-2025/19.2 --year 2025
  npx --no tieuchi import assessments bieu.xlsx --step SUBMIT --indicator ntm-2021-2025/19.2 --year 2025 --dry-run
  npx --no tieuchi import reported-tallies so-lieu-cong-bo.csv --dry-run
  npx --no tieuchi programme import chuong-trinh.json --dry-run
  npx --no tieuchi audit verify`,
    )
    .version(ownVersion())
    .exitOverride();
  addAttainmentCommand(program, terminal);
  addQuotaCommands(program, terminal);
  addReportCommands(program, terminal);
  addExportCommand(program, terminal);
  addGeographyCommands(program, terminal);
  addProgrammeCommands(program, terminal);
  addFormCommands(program, terminal);
  addImportCommands(program, terminal);
  addTalliesCommands(program, terminal);
  addUserCommands(program, environment, terminal);
  addTokenCommands(program, environment, terminal);
  addKeyCommands(program, environment, terminal);
  addAuditCommands(program, terminal);
  addDoctorCommand(program, terminal);
  return program;
}
