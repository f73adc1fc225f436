import { randomBytes } from 'node:crypto';
import { type DatabasePlace, readSecrets, type Secrets } from '@tieuchi/standalone';
import type { ServiceRoles, ServiceUrls } from '@tieuchi/subgraph-kit';
import { Client } from 'pg';

/** `demo`: with demonstration data. `real`: reference data alone, begun for real data. */
export type Template = 'demo' | 'real';

export interface TestDatabase extends DatabasePlace {
  readonly secrets: Secrets;
  /** Connects as the superuser, past all rights. */
  readonly adminUrl: string;
  /** Rows of one statement as the superuser. */
  query<R extends object>(sql: string, values?: unknown[]): Promise<R[]>;
}

/** A database of its own for a test file: a clone of a migrated template. `stop` drops it. */
export async function openTestDatabase(template: Template): Promise<TestDatabase> {
  const server = process.env.TIEUCHI_TEST_SERVER;
  const dataDir = process.env.TIEUCHI_TEST_DATA;
  if (!server || !dataDir)
    throw new Error('the test server is started by tests/support/global-setup.mjs: run jest from the root');
  const secrets = readSecrets(dataDir);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template template_${template}`);
  const adminUrl = withDatabase(server, name);
  return {
    secrets,
    adminUrl,
    crashed: new Promise(() => {}),
    urlsOf: (roles) => urlsOf(adminUrl, roles, secrets),
    stop: () => onServer(server, `drop database ${name} with (force)`),
    async query<R extends object>(sql: string, values: unknown[] = []) {
      const client = new Client({ connectionString: adminUrl });
      await client.connect();
      try {
        return (await client.query<R>(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function urlsOf(adminUrl: string, { schema }: ServiceRoles, { passwordOf }: Secrets): ServiceUrls {
  const as = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = passwordOf(role);
    return url.href;
  };
  return { ownerUrl: as(`${schema}_owner`), appUrl: as(`${schema}_app`) };
}
