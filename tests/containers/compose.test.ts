import { findFaults, type ProgramVariables } from './compose-faults';
import { type ComposeFile, placesOf, readComposeFile, readEnvExample } from './compose-file';
import { variablesRead, variablesRequired } from './program-variables';

const compose = readComposeFile();
const PROGRAMS = Object.entries(compose.services).filter(([, { command }]) => command);

let variables: ProgramVariables;
beforeAll(() => {
  const mains = PROGRAMS.map(([, { command }]) => command!.at(-1)!);
  const required = new Map(mains.map((main) => [main, variablesRequired(main)]));
  variables = { read: variablesRead, required: (main) => required.get(main)! };
}, 120_000);

/** The same file with one thing changed. */
function changed(change: (services: Record<string, Record<string, never>>) => void): ComposeFile {
  const copy = structuredClone(compose);
  change(copy.services as never);
  return copy;
}

describe('docker-compose.yml', () => {
  it('runs PostgreSQL, the three services and the gateway, after one that makes schemas and roles', () => {
    expect(Object.keys(compose.services)).toEqual([
      'postgres',
      'provision',
      'geography',
      'rural-security',
      'model-ward',
      'gateway',
    ]);
    expect(compose.services.postgres!.image).toMatch(/^postgres:18\.\d+$/);
  });

  it('agrees with what the programs read: variables, ports, health, networks, what waits for what', () => {
    expect(findFaults(compose, variables)).toEqual([]);
  });

  it('knows what each program does not start without', () => {
    expect([...variables.required('gateway/dist/main.js')]).toEqual(
      expect.arrayContaining(['GEOGRAPHY_URL', 'RURAL_SECURITY_URL', 'MODEL_WARD_URL', 'INTERNAL_KEY']),
    );
    expect([...variables.required('services/rural-security/dist/main.js')]).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'OWNER_DATABASE_URL', 'INTERNAL_KEY', 'GEOGRAPHY_URL']),
    );
  });

  it.each<[string, (services: Record<string, Record<string, never>>) => void, string]>([
    [
      'a variable that is missing',
      (services) => delete services.gateway!.environment!['INTERNAL_KEY' as never],
      'gateway is not given INTERNAL_KEY, without which it does not start',
    ],
    [
      'a variable that nobody reads',
      (services) => Object.assign(services.geography!.environment!, { LOGLEVEL: 'info' }),
      'geography is given LOGLEVEL, which it does not read',
    ],
    [
      'a wrong port of a service',
      (services) => Object.assign(services.gateway!.environment!, { GEOGRAPHY_URL: 'http://geography:4011' }),
      'gateway: GEOGRAPHY_URL asks geography at 4011, and it listens on 4001',
    ],
    [
      'a health that is asked elsewhere',
      (services) => Object.assign(services.geography!.environment!, { PORT: '4009' }),
      'geography listens on 4009, and its health is asked at 4001',
    ],
    [
      'a service that is published',
      (services) => Object.assign(services.geography!, { ports: ['4001:4001'] }),
      'geography publishes 4001:4001',
    ],
    [
      'metrics that are published',
      (services) => (services.gateway!.ports as unknown as string[]).push('9464:9464'),
      'the gateway publishes 4000,9464, not 4000 alone',
    ],
    [
      'a start that waits for nothing',
      (services) => delete services['rural-security']!.depends_on,
      'rural-security does not wait for geography',
    ],
    [
      'a database that others reach',
      (services) => Object.assign(services.postgres!, { networks: ['outside'] }),
      'postgres is in a network that is not internal',
    ],
  ])('is caught with %s', (_what, change, fault) => {
    expect(findFaults(changed(change), variables)).toContain(fault);
  });

  it('takes each secret from .env and refuses to start without it', () => {
    const secrets = PROGRAMS.concat([['postgres', compose.services.postgres!]]).flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|KEY|DATABASE_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(15);
    for (const [, value] of secrets) expect(placesOf(value).map(({ isRequired }) => isRequired)).toEqual([true]);
  });

  it('takes from .env exactly what .env.example names, which holds no secret', () => {
    const taken = new Set(placesOf(JSON.stringify(compose)).map(({ name }) => name));
    expect([...readEnvExample().keys()].sort()).toEqual([...taken].sort());
    expect([...readEnvExample().values()].every((value) => value === '')).toBe(true);
  });

  it('gives no program a right or a place to write that it does not need', () => {
    for (const [name, service] of PROGRAMS) {
      expect([name, service]).toEqual([
        name,
        expect.objectContaining({
          init: true,
          read_only: true,
          cap_drop: ['ALL'],
          security_opt: ['no-new-privileges:true'],
        }),
      ]);
    }
  });

  it('keeps the database in a volume, where the image of version 18 has it', () => {
    expect(compose.services.postgres!.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(Object.keys(compose.volumes)).toEqual(['database', 'issuer', 'audit']);
  });
});
