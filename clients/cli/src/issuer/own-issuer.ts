import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CliError, type Terminal } from '../terminal';

type Gateway = typeof import('@tieuchi/gateway');
export type OwnIssuer = ReturnType<Gateway['openOwnIssuer']>;

export interface IssuerOptions {
  readonly dir: string;
}

/** Where `npm start` keeps it, unless something else is said. */
export function issuerFolder(environment: NodeJS.ProcessEnv): string {
  return environment.TIEUCHI_ISSUER_DIR || join(environment.TIEUCHI_DATA_DIR || '.data', 'issuer');
}

export function addFolderOption(command: Command, environment: NodeJS.ProcessEnv): Command {
  return command.option('--dir <folder>', "the issuer's folder, on the gateway's machine", issuerFolder(environment));
}

/** Who does it, as the issuer's books will have it. */
export function operator(): string {
  return userInfo().username;
}

/**
 * Works on the issuer's folder with the gateway's own code. What the issuer refuses is exit code 1, in its words.
 * @throws CliError when the folder cannot be read or written
 */
export async function withIssuer(
  dir: string,
  terminal: Terminal,
  work: (issuer: OwnIssuer) => Promise<void>,
): Promise<void> {
  // the gateway takes its time to load: only these commands need it
  const { IssuerRefusal, openOwnIssuer } = await import('@tieuchi/gateway');
  try {
    await work(openOwnIssuer(dir));
  } catch (error) {
    if (error instanceof IssuerRefusal) {
      terminal.warn(`tieuchi: ${error.message}`);
      terminal.exitCode = 1;
      return;
    }
    const { name, line, message } = error as Error & { line?: string };
    throw name === 'StartError' ? new CliError(line ?? message) : error;
  }
}
