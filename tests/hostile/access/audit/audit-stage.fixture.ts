import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Database, Role } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import type { AuditFinding } from '../../../../clients/cli/src/audit/verify-audit';
import { run } from '../../../../clients/cli/src/program';
import { type Officer, signIn } from '../../../support/officer';
import { startTestSystem, type TestSystem } from '../../../support/test-system';

/** A running system whose audit somebody tampers with, past all rights. */
export interface AuditStage {
  readonly system: TestSystem;
  readonly auditor: Officer;
  /** Of rural security, as its application's role. */
  readonly database: Database;
  readonly folder: string;
  readonly headFile: string;
  readonly keyFile: string;
  /** So many entries, each of a paper of its own, and sealed. */
  record(count: number): Promise<void>;
  /** Seals what waits. */
  seal(): Promise<void>;
  /** The next day begins: heads of those before are signed. */
  closeDay(): void;
  tamper<R extends object>(sql: string, values?: unknown[]): Promise<R[]>;
  /** `tieuchi audit verify` of rural security. */
  verify(...options: string[]): Promise<{ exitCode: number; finding: AuditFinding; lines: string[] }>;
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

export async function openAuditStage(): Promise<AuditStage> {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-audit-'));
  let ahead = 0;
  const system = await startTestSystem('real', { auditDir: folder, now: () => new Date(Date.now() + ahead) });
  const auditor = await signIn(system, { subject: 'an auditor', role: Role.AUDITOR, scope: 'VN' });
  const { appUrl } = system.database.urlsOf(RURAL_SECURITY_ROLES);
  const database = await Database.connect({ url: appUrl, schema: RURAL_SECURITY_ROLES.schema, poolSize: 60 });
  return {
    system,
    auditor,
    database,
    folder,
    headFile: join(folder, 'audit-heads.jsonl'),
    keyFile: join(folder, 'audit-public-key.pem'),
    record: (count) => recordPapers(database, count),
    seal: () => sealAll(database),
    closeDay() {
      ahead += DAY_MS;
    },
    tamper: (sql, values = []) => pastAllRights(system.database.adminUrl, sql, values),
    verify: (...options) => verify(system, auditor, options),
    async stop() {
      await database.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function recordPapers(database: Database, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const actor = { subject: `clerk ${number}`, role: Role.MINISTRY, scope: 'VN' };
    await database.write(actor, (tx) =>
      tx.query(`insert into document (number, issued_on, issuer, title) values ($1, '2025-01-01', 'Bộ Công an', 'x')`, [
        `${number}/QĐ-BCA`,
      ]),
    );
  }
  await sealAll(database);
}

/** The service's own sealer may have them at the moment, and then there is nothing left to take. */
async function sealAll(database: Database): Promise<void> {
  const waiting = () =>
    database.read<{ count: number }>(
      { subject: 'a test', role: Role.AUDITOR, scope: 'VN' },
      'select count(*)::int as count from audit_unsealed w join audit_entry e on e.id = w.entry_id',
    );
  while ((await waiting())[0]?.count !== 0) await database.seal(1_000);
}

/** As the superuser, without the triggers that refuse it. */
async function pastAllRights<R extends object>(adminUrl: string, sql: string, values: unknown[]): Promise<R[]> {
  const options = '-c search_path=rural_security,public -c session_replication_role=replica';
  const client = new Client({ connectionString: adminUrl, options });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function verify(system: TestSystem, auditor: Officer, options: readonly string[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const environment = { TIEUCHI_URL: system.url, TIEUCHI_TOKEN: auditor.token };
  const args = ['audit', 'verify', '--service', 'rural-security', ...options];
  const exitCode = await run(['node', 'tieuchi', ...args, '--json'], environment, output, errors);
  output.end();
  errors.end();
  const words = await text(errors);
  if (exitCode === 2) throw new Error(words);
  const printed = new PassThrough();
  await run(['node', 'tieuchi', ...args], environment, printed, new PassThrough());
  printed.end();
  const [finding] = JSON.parse(await text(output)) as [AuditFinding];
  return { exitCode, finding, lines: (await text(printed)).trimEnd().split('\n') };
}
