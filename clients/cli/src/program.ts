import { Command, CommanderError } from 'commander';
import { addGeographyCommands } from './geography-commands';
import { addProgrammeCommands } from './programme-commands';
import { addTalliesCommands } from './tallies-commands';
import { CliError, type Terminal } from './terminal';

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
    exitCode: 0,
  };
  const program = createProgram(environment, terminal);
  program.configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) });
  try {
    await program.parseAsync([...argv]);
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_ANSWER;
    terminal.warn(`tieuchi: ${error instanceof CliError ? error.message : (error as Error).message}`);
    return COULD_NOT_ANSWER;
  }
}

function createProgram(environment: NodeJS.ProcessEnv, terminal: Terminal): Command {
  const program = new Command('tieuchi')
    .description('Tiêu chí on the command line: what ministry tooling and operators ask of a running server.')
    .option('--url <url>', 'where the gateway listens', environment.TIEUCHI_URL ?? 'http://localhost:4000')
    .option('--token <token>', 'who asks; npm start prints one for each role', environment.TIEUCHI_TOKEN)
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 refused, 2 could not be answered.
TIEUCHI_URL and TIEUCHI_TOKEN stand for --url and --token.

Example:
  npx --no tieuchi geography import chuyen-doi.csv --dry-run
  npx --no tieuchi programme import chuong-trinh.json --dry-run
  npx --no tieuchi tallies check`,
    )
    .exitOverride();
  addGeographyCommands(program, terminal);
  addProgrammeCommands(program, terminal);
  addTalliesCommands(program, terminal);
  return program;
}
