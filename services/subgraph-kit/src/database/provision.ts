import { Client } from 'pg';
import { StartError } from '../start-error';

const CONNECT_WITHIN_MS = 10_000;

/** The roles of one service. Names are fixed: grants in migrations name them. */
export interface ServiceRoles {
  /** The schema; its owner is `SCHEMA_owner`, the application's role `SCHEMA_app`. */
  readonly schema: string;
  /** Roles without login that own single functions, such as the one that counts. */
  readonly functionOwners?: readonly string[];
}

export interface ServiceUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * Makes the schemas and roles of all services; running it again changes nothing but the passwords.
 * @param adminUrl a role that may create roles and schemas in its database
 * @param passwordOf the password of a role, the same at every start
 * @returns for each schema, how its owner and its application connect
 * @throws StartError when the role may not create roles
 */
export async function provision(
  adminUrl: string,
  services: readonly ServiceRoles[],
  passwordOf: (role: string) => string,
): Promise<Map<string, ServiceUrls>> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  await client.connect();
  try {
    // two starts at once must not both create a role
    await client.query("select pg_advisory_lock(hashtext('provision tieuchi'))");
    await client.query('create extension if not exists btree_gist with schema public');
    await client.query('create extension if not exists pg_trgm with schema public');
    for (const service of services) await provisionService(client, service, passwordOf);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new StartError(
      `the database user may not create what the services need (${(error as Error).message})`,
      'give DATABASE_URL a user with CREATEROLE who owns the database',
    );
  } finally {
    await client.end();
  }
  return new Map(services.map(({ schema }) => [schema, urlsOf(adminUrl, schema, passwordOf)]));
}

async function provisionService(client: Client, roles: ServiceRoles, passwordOf: (role: string) => string) {
  const owner = `${roles.schema}_owner`;
  const app = `${roles.schema}_app`;
  await ensureRole(client, owner, passwordOf(owner));
  await ensureRole(client, app, passwordOf(app));
  for (const role of roles.functionOwners ?? []) await ensureRole(client, role, null);
  // the owner hands functions over to these roles, so it must be able to act as them
  for (const role of roles.functionOwners ?? []) await client.query(`grant ${role} to ${owner}`);
  await client.query(`grant ${owner} to current_user`);
  await client.query(`create schema if not exists ${roles.schema} authorization ${owner}`);
  await client.query(`grant usage on schema ${roles.schema} to ${app}`);
  for (const role of roles.functionOwners ?? []) {
    await client.query(`grant usage, create on schema ${roles.schema} to ${role}`);
  }
}

async function ensureRole(client: Client, role: string, password: string | null) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${role} nosuperuser nobypassrls`);
  if (password !== null) await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
}

function urlsOf(adminUrl: string, schema: string, passwordOf: (role: string) => string): ServiceUrls {
  return {
    ownerUrl: withUser(adminUrl, `${schema}_owner`, passwordOf),
    appUrl: withUser(adminUrl, `${schema}_app`, passwordOf),
  };
}

function withUser(url: string, role: string, passwordOf: (role: string) => string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = passwordOf(role);
  return changed.href;
}
