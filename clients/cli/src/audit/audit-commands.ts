import { type Command, Option } from 'commander';
import type { Server } from '../ask-graphql';
import { paint } from '../colour';
import type { Terminal } from '../terminal';
import type { ChainFault } from './chain-fault';
import type { GivenHeads } from './head-check';
import { readHeads, readPublicKey } from './heads';
import { type AuditFinding, verifyAudit } from './verify-audit';

const SERVICES = ['geography', 'rural-security', 'model-ward'] as const;

interface VerifyOptions {
  readonly service: readonly (typeof SERVICES)[number][];
  readonly heads?: string;
  readonly publicKey?: string;
  readonly json: boolean;
}

const HELP = `
The chain is made anew here from what the server answers; the server's own word counts for nothing. Without heads, a
chain that somebody cut off at its end or made anew to its end looks whole: keep copies of audit-heads.jsonl elsewhere.

Examples:
  npx --no tieuchi audit verify
  npx --no tieuchi audit verify --heads audit-heads.jsonl --public-key audit-public-key.pem`;

export function addAuditCommands(program: Command, terminal: Terminal): void {
  const audit = program.command('audit').description('Who did what, and the proof that nobody changed it');
  audit
    .command('verify')
    .description('Find the first entry that is not as it was sealed (AUDITOR or ADMIN); exit code 1 if there is any')
    .addOption(new Option('--service <name...>', 'only these').choices(SERVICES).default(SERVICES, 'all'))
    .option('--heads <file>', 'signed heads: audit-heads.jsonl of the audit folder, or a copy')
    .option('--public-key <file>', 'reads their signatures: audit-public-key.pem of the audit folder')
    .option('--json', 'print what was found as JSON', false)
    .addHelpText('after', HELP)
    .action((options: VerifyOptions) => verify(program.opts(), options, terminal));
}

async function verify(server: Server, options: VerifyOptions, terminal: Terminal): Promise<void> {
  const given: GivenHeads = {
    heads: options.heads === undefined ? [] : readHeads(options.heads),
    key: options.publicKey === undefined ? null : readPublicKey(options.publicKey),
  };
  const findings: AuditFinding[] = [];
  for (const service of options.service) {
    const finding = await verifyAudit(server, service, given);
    findings.push(finding);
    if (!options.json) printFinding(service, finding, terminal);
  }
  if (options.json) terminal.print(JSON.stringify(findings));
  if (options.heads !== undefined && !given.key)
    terminal.warn('The signatures of the heads were not read: give --public-key.');
  if (findings.some(isFaulty)) terminal.exitCode = 1;
}

function isFaulty({ firstFault, unsealedFaults, heads }: AuditFinding): boolean {
  return firstFault !== null || unsealedFaults.length > 0 || heads.faults.length > 0;
}

function printFinding(service: string, finding: AuditFinding, terminal: Terminal): void {
  const { sealed, hash, firstFault, unsealed, unsealedFaults, heads, byHand } = finding;
  const ill = (text: string) => terminal.print(`${paint(terminal, 'red', 'ill ')} ${service}: ${text}`);
  if (firstFault) ill(describeFault(firstFault));
  for (const fault of [...heads.faults, ...unsealedFaults]) ill(fault);
  const sign = isFaulty(finding) ? paint(terminal, 'yellow', 'upto') : paint(terminal, 'green', 'ok  ');
  const age = unsealed.oldestSeconds === null ? '' : `, the oldest ${unsealed.oldestSeconds} s old`;
  terminal.print(
    `${sign} ${service}: ${sealed} entries hold, to ${hash}; ${unsealed.count} not sealed yet${age}; ${heads.agreeing} heads agree`,
  );
  for (const [login, count] of Object.entries(byHand)) {
    terminal.print(`     ${service}: ${count} entries were written past the application, by the login ${login}`);
  }
}

function describeFault({ position, entryId, at, action, what, actor, text }: ChainFault): string {
  const entry = entryId === null ? '' : `, entry ${entryId}`;
  const done = at === null ? '' : ` of ${at}, ${action} of ${what} by ${actor}`;
  return `position ${position}${entry}${done}: ${text}`;
}
