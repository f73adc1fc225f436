import type { Command } from 'commander';
import type { Terminal } from '../terminal';
import { layOut } from '../text-table';
import { addFolderOption, type IssuerOptions, withIssuer } from './own-issuer';
import { readHours } from './user-commands';

interface IssueOptions extends IssuerOptions {
  readonly role?: string | null;
  readonly within?: string | null;
  readonly hours: number;
}

export function addTokenCommands(program: Command, environment: NodeJS.ProcessEnv, terminal: Terminal): void {
  const token = program
    .command('token')
    .description('Tokens of users whom no ministry issues them to (docs/identity.md)');
  addFolderOption(token.command('issue <subject>'), environment)
    .description('Print a token for one grant of somebody, alone on standard output')
    .option('--role <role>', 'for the grant of this role, where there are several')
    .option('--within <unit>', 'for the grant within this unit')
    .option('--hours <hours>', 'how long it lasts; never longer than its grant', readHours, 12)
    .action(async (subject: string, { dir, role = null, within = null, hours }: IssueOptions) => {
      await withIssuer(dir, terminal, async (issuer) => {
        const issued = await issuer.issueToken({ subject, role, within, hours });
        terminal.print(issued.token);
        const { id, role: granted, within: unit } = issued.grant;
        terminal.warn(`${subject}: ${id}, ${granted} within ${unit}, until ${issued.expiresAt.toISOString()}`);
      });
    });
}

export function addKeyCommands(program: Command, environment: NodeJS.ProcessEnv, terminal: Terminal): void {
  const key = program.command('key').description("The keys that sign the installation's own tokens (docs/identity.md)");
  addFolderOption(key.command('rotate'), environment)
    .description('Sign with a new key from now on; the earlier one verifies until its last token has expired')
    .option('--at-once', 'end the tokens of all earlier keys now: somebody else may have one', false)
    .action(async ({ dir, atOnce }: IssuerOptions & { atOnce: boolean }) => {
      await withIssuer(dir, terminal, async (issuer) => {
        const { kid } = await issuer.rotateKey(atOnce);
        terminal.print(`${kid} signs from now on${atOnce ? '; tokens of earlier keys have ended' : ''}`);
      });
    });
  addFolderOption(key.command('list'), environment)
    .description('The keys, the newest first; no private part is shown')
    .action(async ({ dir }: IssuerOptions) => {
      await withIssuer(dir, terminal, async (issuer) => {
        const rows = issuer
          .keys()
          .map(({ kid, madeAt, retiredAt, lastTokenExpiresAt }) => [kid, madeAt, retiredAt, lastTokenExpiresAt]);
        for (const line of layOut(['kid', 'made', 'retired', 'last token expires'], rows)) terminal.print(line);
      });
    });
}
