import { GEOGRAPHY_ROLES } from '@tieuchi/geography';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { Role, type ServiceRoles, signInternalToken } from '@tieuchi/subgraph-kit';
import { type ChildProgram, startChildProgram } from '../../services/standalone/src/child-program';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

/** One ward of Hà Nội gives a part to its neighbour, which gets a new name: links, days and units all differ after it. */
const REORGANISATION = JSON.stringify({
  effectiveOn: '2027-01-01',
  decision: { number: '1/NQ-THU', date: '2026-12-01', issuer: 'a made-up issuer' },
  changes: [
    {
      change: 'SPLIT',
      level: 'COMMUNE',
      code: '00008',
      into: [
        { code: '00008', isMain: true },
        { code: '00004', link: 'PARTIAL_AREA_ONLY' },
      ],
    },
    { change: 'RENAME', level: 'COMMUNE', code: '00004', fullName: 'Phường Thử Nghiệm' },
  ],
});

/** Geography, and the service that counts by its register, as processes of their own; nobody else asks them. */
export interface ServicePair {
  readonly database: TestDatabase;
  readonly geography: ChildProgram;
  /** Starts rural security, again where it ended before; `geographyUrl` only where it is not geography's own. */
  startRuralSecurity(geographyUrl?: string): Promise<ChildProgram>;
  /** Imports a reorganisation, so that geography has one edition more. */
  changeGeography(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServicePair(): Promise<ServicePair> {
  const database = await openTestDatabase('demo');
  const started: ChildProgram[] = [];
  const start = async (name: string, roles: ServiceRoles, more: Record<string, string>) => {
    const program = await startChildProgram({
      name,
      main: require.resolve(`@tieuchi/${name}/dist/main`),
      environment: environmentOf(database, roles, more),
    });
    started.push(program);
    return program;
  };
  const geography = await start('geography', GEOGRAPHY_ROLES, {});
  return {
    database,
    geography,
    startRuralSecurity: (geographyUrl = geography.url) =>
      start('rural-security', RURAL_SECURITY_ROLES, { GEOGRAPHY_URL: geographyUrl }),
    changeGeography: () => importReorganisation(geography.url, database.secrets.internalKey),
    async stop() {
      for (const program of started.reverse()) await program.stop();
      await database.stop();
    },
  };
}

function environmentOf({ urlsOf, secrets }: TestDatabase, roles: ServiceRoles, more: Record<string, string>) {
  const { appUrl, ownerUrl } = urlsOf(roles);
  return {
    DATABASE_URL: appUrl,
    OWNER_DATABASE_URL: ownerUrl,
    INTERNAL_KEY: secrets.internalKey,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    ...more,
  };
}

async function importReorganisation(geographyUrl: string, internalKey: string): Promise<void> {
  const actor = { subject: 'an importer', role: Role.MINISTRY, scope: '' };
  const response = await fetch(new URL('/internal/imports?kind=reorganisation', geographyUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${await signInternalToken({ actor, asOf: null }, internalKey)}` },
    body: REORGANISATION,
  });
  const answer = await response.text();
  if (!answer.startsWith('{"status":"APPLIED"')) throw new Error(`the reorganisation was not applied: ${answer}`);
}
