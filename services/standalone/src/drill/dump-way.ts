import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { StartError } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';
import type { BackupWay } from './backup-way';

/**
 * By `pg_dump` and `pg_restore`, as a real backup is made. A superuser's, so that row-level security hides nothing; owners
 * and rights are kept, and need the roles, which are the server's and are made before.
 * @param folder of PostgreSQL's programs; without it they are looked for in PATH
 * @param serverMajor "18": an older pg_dump refuses a newer server
 * @returns null where there is none that will do
 */
export function findDumpWay(folder: string | undefined, serverMajor: number): BackupWay | null {
  const program = (name: string) => (folder ? join(folder, name) : name);
  const { stdout } = spawnSync(program('pg_dump'), ['--version'], { encoding: 'utf8' });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
  if (major < serverMajor) return null;
  return {
    name: `pg_dump ${major}`,
    async save({ client, url, schemas }, into) {
      const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
      const named = schemas.flatMap((schema) => ['--schema', schema]);
      const snapshot = ['--snapshot', rows[0]!.id];
      await run(program('pg_dump'), [
        '--format=custom',
        ...snapshot,
        ...named,
        '--file',
        join(into, 'dump'),
        '--dbname',
        url,
      ]);
    },
    async restore(targetUrl, schemas, from) {
      const target = new Client({ connectionString: targetUrl });
      await target.connect();
      try {
        // the dump makes them, with their owners and rights
        for (const schema of schemas) await target.query(`drop schema ${schema} cascade`);
      } finally {
        await target.end();
      }
      await run(program('pg_restore'), [
        '--exit-on-error',
        '--single-transaction',
        '--dbname',
        targetUrl,
        join(from, 'dump'),
      ]);
    },
  };
}

/** @throws StartError with the program's last words, which name no password */
function run(program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words = `${words}${chunk}`.slice(-2_000);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`${program} ended with ${code}`, words.trim()));
    });
  });
}
