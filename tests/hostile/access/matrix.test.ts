import { GEOGRAPHY_ROLES } from '@tieuchi/geography';
import { MODEL_WARD_ROLES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_ROLES } from '@tieuchi/rural-security';
import { readSupergraph } from '@tieuchi/schema';
import { type Actor, Database, Role, type ServiceRoles, type TablePolicy } from '@tieuchi/subgraph-kit';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { FIELDS, POLICIES } from '../../../schema/src/print-access';
import { type Officer, signIn, unitIdOf } from '../../support/officer';
import { startTestSystem, type TestSystem } from '../../support/test-system';

/** The whole policy: what each role may do over the API, and what PostgreSQL lets it do, cell by cell. */
const ROLES = Object.values(Role);
const SERVICES: Readonly<Record<string, ServiceRoles>> = {
  geography: GEOGRAPHY_ROLES,
  model_ward: MODEL_WARD_ROLES,
  rural_security: RURAL_SECURITY_ROLES,
};
const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';

let system: TestSystem;
const officers = new Map<Role, Officer>();
const databases: Record<string, Database> = {};

beforeAll(async () => {
  system = await startTestSystem('demo');
  for (const role of ROLES) officers.set(role, await signIn(system, { subject: `some ${role}`, role, scope: 'VN' }));
  for (const [schema, roles] of Object.entries(SERVICES)) {
    databases[schema] = await Database.connect({ url: system.database.urlsOf(roles).appUrl, schema, poolSize: 1 });
  }
}, 60_000);
afterAll(async () => {
  await Promise.all(Object.values(databases).map((database) => database.close()));
  await system.stop();
});

const as = (role: Role) => officers.get(role) as Officer;
const cells = async <T>(of: (role: Role) => Promise<T>) =>
  Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await of(role)] as const))) as Record<Role, T>;
const expected = (roles: readonly string[]) => Object.fromEntries(ROLES.map((role) => [role, roles.includes(role)]));

class TakenBack extends Error {}

/** Whether PostgreSQL refuses a statement for want of a right; another fault of it lies behind that. Nothing stays. */
async function mayInSql(schema: string, who: Actor, sql: string): Promise<boolean> {
  try {
    await (databases[schema] as Database).write(who, async (tx) => {
      await tx.query(sql);
      throw new TakenBack();
    });
  } catch (error) {
    const { code, extensions } = error as { code?: string; extensions?: { code: string } };
    return extensions?.code !== 'FORBIDDEN' && code !== '42501';
  }
  return true;
}

const SQL: Readonly<Record<string, (table: string) => string>> = {
  INSERT: (table) => `insert into ${table} default values`,
  CLOSE: (table) => `update ${table} set recorded_to = recorded_to`,
  UPDATE: (table) => `update ${table} set ctid = ctid`,
  DELETE: (table) => `delete from ${table}`,
};

const LINES = Object.entries(POLICIES).flatMap(([schema, lines]) => lines.map((line) => ({ schema, ...line })));
const peopleOf = (line: TablePolicy, act: 'INSERT') => (line.write[act] ?? []).filter((writer) => writer !== 'SYSTEM');

function readersOf({ read }: TablePolicy): readonly Role[] {
  if (read === 'all') return ROLES;
  // what belongs to whoever wrote it: a row without values is nobody's
  if ('ownedBy' in read) return [];
  return 'where' in read ? (read.readers ?? ROLES) : read;
}

describe('in SQL', () => {
  it.each(LINES)('$table of $schema takes new rows from the roles of its line alone', async ({ schema, ...line }) => {
    const outcomes = await cells((role) => mayInSql(schema, as(role), SQL.INSERT!(line.table)));
    expect(outcomes).toEqual(expected(peopleOf(line, 'INSERT')));
  });

  it.each(LINES.filter(({ read }) => read !== 'all'))(
    '$table of $schema is read by the roles of its line alone',
    async (line) => {
      // the demonstration has no row of some tables: there the policy is asked about one without values
      const [held] = await system.database.query<{ policy: string; hasRows: boolean }>(
        `select pg_get_expr(polqual, polrelid) as policy, exists (select from ${line.schema}.${line.table}) as "hasRows"
         from pg_policy where polrelid = $1::regclass and polname = 'may_read'`,
        [`${line.schema}.${line.table}`],
      );
      const { policy, hasRows } = held as { policy: string; hasRows: boolean };
      const sql = hasRows
        ? `select exists (select from ${line.table}) as seen`
        : `select coalesce(${policy}, false) as seen from (select (null::${line.schema}.${line.table}).*) as nothing`;
      const seen = await cells(async (role) => {
        const [row] = await (databases[line.schema] as Database).read<{ seen: boolean }>(as(role), sql);
        return row!.seen;
      });
      expect(seen).toEqual(expected(readersOf(line)));
    },
  );
});

/** What an argument must at least be, so that an operation is about nothing and is still well-formed. */
function least(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return least(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, least(field.type)]));
  }
  if (isScalarType(type) && type.name === 'Int') return 1;
  if (isScalarType(type) && type.name === 'Boolean') return true;
  return type.name === 'Date' ? DAY : 'x';
}

function callOf({ name, args }: GraphQLField<unknown, unknown>): { query: string; variables: object } {
  const required = args.filter(({ type }) => isNonNullType(type));
  const declared = required.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `mutation M${declared && `(${declared})`} { payload: ${name}${passed && `(${passed})`} { userErrors { code } } }`,
    variables: Object.fromEntries(required.map((argument) => [argument.name, least(argument.type)])),
  };
}

const schema = buildSchema(readSupergraph(), { assumeValid: true });
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const lineOf = (type: string, field: string) =>
  Object.values(FIELDS)
    .flat()
    .find((line) => line.type === type && line.field === field);

/** The table that a mutation adds to; a new mutation needs its own here. */
const WRITES: Readonly<Record<string, string>> = {
  saveAssessment: 'assessment',
  submitAssessment: 'assessment',
  returnAssessment: 'assessment',
  appraiseAssessment: 'assessment',
  recogniseAssessment: 'assessment',
  revokeAssessment: 'assessment',
  recordCaseCount: 'case_count',
  recordDocument: 'document',
  draftTallyStatement: 'tally_statement',
  signTallyStatement: 'tally_statement',
  receiveTallyStatement: 'tally_statement',
  returnTallyStatement: 'tally_statement',
  registerModelWard: 'pilot_ward',
  beginModelWard: 'pilot_ward',
  selfScoreModelWard: 'pilot_ward',
  returnModelWard: 'pilot_ward',
  appraiseModelWard: 'pilot_ward',
  proposeModelWard: 'pilot_ward',
  recogniseModelWard: 'pilot_ward',
  reRecogniseModelWard: 'pilot_ward',
  revokeModelWard: 'pilot_ward',
  withdrawModelWard: 'pilot_ward',
};
/** Counts are nobody's to write; a function of their keeper does it. */
const WRITES_NOTHING = ['recountTallies'];

describe('over the API', () => {
  it.each(mutations)('$name is called by the roles of its line alone', async (mutation) => {
    const { query, variables } = callOf(mutation);
    const outcomes = await cells(async (role) => {
      const { errors } = await as(role).ask(query, variables);
      return !errors?.some(({ extensions }) => extensions.code === 'FORBIDDEN');
    });
    expect(outcomes).toEqual(expected(lineOf('Mutation', mutation.name)?.roles ?? []));
  });

  it('every mutation is known by the table that it writes to', () => {
    expect(mutations.map(({ name }) => name).sort()).toEqual([...Object.keys(WRITES), ...WRITES_NOTHING].sort());
  });

  it.each([...new Set(Object.values(WRITES))])('those who write to %s are those whom PostgreSQL lets', (table) => {
    const callers = new Set(
      Object.entries(WRITES).flatMap(([name, written]) =>
        written === table ? (lineOf('Mutation', name)?.roles ?? []) : [],
      ),
    );
    const line = LINES.find((each) => each.table === table) as TablePolicy;
    expect([...callers].sort()).toEqual([...peopleOf(line, 'INSERT')].sort());
  });

  const unitField = (field: string) => `query Q @asOf(map: "${DAY}") { province(code: "19") { ${field} } }`;
  it.each([
    ['tally_statement', unitField(`tallyStatements(indicator: "${INDICATOR}", year: 2025) { id }`)],
    ['case_count', unitField('caseChange(indicator: "x", year: 2024) { cases }')],
    ['import_job', 'query Q { importJobs(first: 1) { totalCount } }'],
  ])('%s is shown to those whom PostgreSQL shows it', async (table, query) => {
    const outcomes = await cells(async (role) => {
      const { errors } = await as(role).ask(query);
      return !errors?.some(({ extensions }) => extensions.code === 'FORBIDDEN');
    });
    expect(outcomes).toEqual(expected(readersOf(LINES.find((line) => line.table === table) as TablePolicy)));
  });

  it('evidence is sent and fetched by those whom PostgreSQL lets', async () => {
    const address = `${system.url}/evidence/${'a'.repeat(64)}`;
    const fetched = (method: string) =>
      cells(async (role) => {
        const init = { method, headers: { authorization: `Bearer ${as(role).token}` } };
        const { status } = await fetch(address, method === 'PUT' ? { ...init, body: 'x' } : init);
        return status !== 403;
      });
    const line = LINES.find((each) => each.table === 'evidence') as TablePolicy;
    expect(await fetched('PUT')).toEqual(expected(peopleOf(line, 'INSERT')));
    expect(await fetched('GET')).toEqual(expected(readersOf(line)));
  });
});

describe('in a subtree', () => {
  it('a submission is accepted over the API exactly where PostgreSQL accepts its row', async () => {
    const communes = await system.database.query<{ code: string; unit_id: string }>(
      `select c.code, c.unit_id from rural_security.register_unit_version c
       join rural_security.register_unit_version p on p.unit_id = c.province_id and p.code = '19' and p.valid @> $1::date
       where c.kind = 'RURAL_COMMUNE' and c.valid @> $1::date order by c.code limit 1`,
      [DAY],
    );
    const { code, unit_id: unitId } = communes[0] as { code: string; unit_id: string };
    const [here, elsewhere] = await Promise.all(
      ['19', '01'].map((province) => unitIdOf(system, 'PROVINCE', province, DAY)),
    );
    const input = { unitCode: code, indicator: INDICATOR, year: 2025, expectedVersion: 99, items: [], enteredFor: 'x' };
    const row = `insert into assessment (unit_id, indicator_id, year, state, verdict, unknown_reason, origin)
      values ('${unitId}', '${INDICATOR}', 2025, 'DRAFT', 'UNKNOWN', 'IN_DRAFT', 'SYNTHETIC')`;
    const outcomes: string[] = [];
    for (const role of ROLES) {
      for (const scope of ['VN', here, unitId, elsewhere, 'nowhere'] as string[]) {
        const officer = await signIn(system, { subject: 'a', role, scope });
        const { data, errors } = await officer.ask(
          'mutation M($input: EnterAssessmentInput!) { payload: submitAssessment(input: $input) { userErrors { code } } }',
          { input },
        );
        const codes = [
          ...(errors ?? []).map(({ extensions }) => extensions.code),
          ...(data?.payload?.userErrors ?? []).map((error: { code: string }) => error.code),
        ];
        const overApi = !codes.includes('FORBIDDEN');
        // a confirmation writes the same table: that it begins elsewhere is the step's to say, not the table's
        const inSql = role === Role.RECOGNISER ? false : await mayInSql('rural_security', officer, row);
        expect([role, scope, overApi]).toEqual([role, scope, inSql]);
        outcomes.push(String(overApi));
      }
    }
    expect(outcomes.filter((outcome) => outcome === 'true')).toHaveLength(6);
  });
});
