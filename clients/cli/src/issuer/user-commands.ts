import { Command, InvalidArgumentError, Option } from 'commander';
import { readDay } from '../read-day';
import type { Terminal } from '../terminal';
import { layOut } from '../text-table';
import { addFolderOption, type IssuerOptions, type OwnIssuer, operator, withIssuer } from './own-issuer';

const FORMATS = ['text', 'json'] as const;
const VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

type User = ReturnType<OwnIssuer['users']>[number];
type Grant = User['grants'][number];

interface AddOptions extends IssuerOptions {
  readonly name: string;
  readonly by: string;
}

interface GrantOptions extends IssuerOptions {
  readonly role: Grant['role'];
  readonly within: string;
  readonly from?: string;
  readonly until?: string;
  readonly by: string;
}

export function addUserCommands(program: Command, environment: NodeJS.ProcessEnv, terminal: Terminal): void {
  const user = program
    .command('user')
    .description('Who may get tokens, where no ministry issues them (docs/identity.md)');
  const add = (name: string) => addFolderOption(user.command(name), environment);
  const byOption = () => new Option('--by <name>', 'who does this').default(operator());

  add('add <subject>')
    .description('Add somebody; the subject is what the audit keeps, for ever')
    .requiredOption('--name <name>', 'for people')
    .addOption(byOption())
    .action(async (subject: string, { dir, name, by }: AddOptions) => {
      await withIssuer(dir, terminal, async (issuer) => {
        await issuer.addUser(subject, name, by);
        terminal.print(`${subject}: added; tieuchi user grant says what ${name} may do`);
      });
    });

  add('grant <subject>')
    .description('Let somebody be something within a unit and what belongs to it')
    .requiredOption('--role <role>', 'COMMUNE_OFFICER, APPRAISER, RECOGNISER, …')
    .requiredOption('--within <unit>', 'the id of a unit; VN is the whole country')
    .option('--from <day>', 'first day, in Vietnam; today unless said', readDay)
    .option('--until <day>', 'last day, in Vietnam; until it is revoked unless said', readDay)
    .addOption(byOption())
    .action(async (subject: string, options: GrantOptions) => {
      const { role, within, from = VIETNAM.format(), until = null, by } = options;
      await withIssuer(options.dir, terminal, async (issuer) => {
        terminal.print(describe(subject, await issuer.grant(subject, { role, within, from, until }, by)));
      });
    });

  add('revoke <subject>')
    .description('End all grants of somebody, or one; its tokens end with it, at once')
    .option('--grant <id>', 'this one alone')
    .addOption(byOption())
    .action(async (subject: string, { dir, grant, by }: IssuerOptions & { grant?: string; by: string }) => {
      await withIssuer(dir, terminal, async (issuer) => {
        for (const ended of await issuer.revoke(subject, grant ?? null, by)) terminal.print(describe(subject, ended));
      });
    });

  add('list')
    .description('Who was granted what, by whom, also what has ended')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('text'))
    .action(async ({ dir, format }: IssuerOptions & { format: (typeof FORMATS)[number] }) => {
      await withIssuer(dir, terminal, async (issuer) => {
        if (format === 'json') terminal.print(JSON.stringify(issuer.users()));
        else for (const line of listUsers(issuer.users())) terminal.print(line);
      });
    });
}

/** @throws InvalidArgumentError */
export function readHours(text: string): number {
  const hours = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && hours > 0) return hours;
  throw new InvalidArgumentError('Hours are a number above 0: 12, or 0.5.');
}

function listUsers(users: readonly User[]): string[] {
  const headings = ['subject', 'name', 'grant', 'role', 'within', 'from', 'until', 'granted by', 'ended'];
  const rows = users.flatMap(({ subject, name, grants }) =>
    grants.length === 0
      ? [[subject, name, null, null, null, null, null, null, null]]
      : grants.map((grant) => [subject, name, ...cellsOf(grant)]),
  );
  return layOut(headings, rows);
}

function cellsOf({ id, role, within, from, until, grantedBy, revokedBy, revokedAt }: Grant): (string | null)[] {
  const today = VIETNAM.format();
  const isOver = until !== null && until < today;
  return [id, role, within, from, until, grantedBy, revokedAt ? `revoked by ${revokedBy}` : isOver ? 'over' : null];
}

function describe(subject: string, { id, role, within, from, until, revokedAt }: Grant): string {
  const end = revokedAt ? 'revoked' : `from ${from}${until ? ` until ${until}` : ' until it is revoked'}`;
  return `${subject}: ${id}, ${role} within ${within}, ${end}`;
}
