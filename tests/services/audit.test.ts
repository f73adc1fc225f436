import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Role } from '@tieuchi/subgraph-kit';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { getEvidence, putEvidence } from '../hostile/evidence/evidence-client.fixture';
import { pdfFile, sha256Of } from '../hostile/evidence/evidence-files.fixture';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { criteria, DECISION, type StepName, takeWardStep, wardCodesOf } from '../support/ward-officers';
import { csvOf, findCommunes, formRow } from './assessment-files.fixture';

const INDICATOR = 'ntm-2021-2025/19.2';
const DAY = '2025-06-30';
const WARD_DAY = '2022-12-31';

let system: TestSystem;
let officer: Officer;
let appraiser: Officer;
let recogniser: Officer;
let ministry: Officer;
let viewer: Officer;
beforeAll(async () => {
  system = await startTestSystem('real');
  const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
  const as = (role: Role, where = scope) => signIn(system, { subject: `a ${role}`, role, scope: where });
  officer = await as(Role.COMMUNE_OFFICER);
  appraiser = await as(Role.APPRAISER);
  recogniser = await as(Role.RECOGNISER);
  ministry = await as(Role.MINISTRY, 'VN');
  viewer = await as(Role.VIEWER, 'VN');
}, 60_000);
afterAll(() => system.stop());

interface Entry {
  readonly actor: string;
  readonly role: string;
  readonly scope: string;
  /** "INSERT assessment 1"; of an act "REFUSED saveAssessment 1". */
  readonly said: string;
}

const SCHEMAS = ['geography', 'model_ward', 'rural_security'];
const ENTRIES = SCHEMAS.map(
  (schema) => `select '${schema}' as schema, id, at, actor, role, scope,
    concat_ws(' ', action, coalesce(table_name, detail ->> 'what'), row_count) as said from ${schema}.audit_entry`,
).join(' union all ');

/** The entries that something leaves, of all services. */
async function entriesOf(act: () => Promise<unknown>): Promise<Entry[]> {
  const [before] = await system.database.query<{ now: string }>('select clock_timestamp()::text as now');
  await act();
  return system.database.query<Entry>(
    `select actor, role, scope, said from (${ENTRIES}) as entries where at >= $1 and actor <> 'system' order by schema, id`,
    [before?.now],
  );
}

const by = ({ subject: actor, role, scope }: Officer, ...said: string[]) =>
  said.map((each) => ({ actor, role, scope, said: each }));

/** Asks for the errors alone: what was done need not be read to be audited. */
async function mutate(who: Officer, name: string, type: string, input: object): Promise<void> {
  const { data, errors } = await who.ask(
    `mutation Step($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  if (errors || data.payload.userErrors.length > 0) throw new Error(JSON.stringify({ name, data, errors }));
}

const ALL_MET = Array.from({ length: 8 }, (_, index) => ({ number: index + 1, verdict: 'MET', explanation: 'x' }));

async function recordPaper(number: string): Promise<string> {
  const { data } = await recogniser.ask(
    `mutation { recordDocument(input: { number: "${number}", issuedOn: "2026-01-05", issuer: "Công an tỉnh", title: "x" }) { document { id } } }`,
  );
  return data.recordDocument.document.id;
}

type Step = readonly [name: string, who: () => Officer, take: () => Promise<unknown>, ...said: string[]];

/** One assessment from a draft to its revocation. */
async function assessmentSteps(): Promise<Step[]> {
  const [commune] = await findCommunes(system, '19');
  const [decision, revocation] = [await recordPaper('1/QĐ'), await recordPaper('2/QĐ')];
  const step = (
    name: string,
    type: string,
    who: () => Officer,
    version: number | null,
    rest: object,
    ...more: string[]
  ) =>
    [
      name,
      who,
      () =>
        mutate(who(), name, type, {
          ...{ unitCode: commune?.code, indicator: INDICATOR, year: 2025, expectedVersion: version },
          ...rest,
        }),
      ...(version === null ? [] : ['CLOSE assessment 1']),
      'INSERT assessment 1',
      ...more,
    ] as const;
  const citing = [{ ...ALL_MET[0], evidence: [{ url: 'https://example.vn/a' }] }];
  return [
    step(
      'saveAssessment',
      'EnterAssessmentInput',
      () => officer,
      null,
      { items: citing, enteredFor: 'x' },
      'INSERT item_evidence 1',
    ),
    step('submitAssessment', 'EnterAssessmentInput', () => officer, 1, { items: ALL_MET, enteredFor: 'x' }),
    step('returnAssessment', 'ReturnAssessmentInput', () => appraiser, 2, { reason: 'x' }),
    step('submitAssessment', 'EnterAssessmentInput', () => officer, 3, { enteredFor: 'x' }),
    step('appraiseAssessment', 'AppraiseAssessmentInput', () => appraiser, 4, { acceptSelfAssessed: true }),
    step('recogniseAssessment', 'RecogniseAssessmentInput', () => recogniser, 5, { decisionId: decision }),
    step('revokeAssessment', 'RevokeAssessmentInput', () => recogniser, 6, { decisionId: revocation, reason: 'x' }),
  ];
}

/** The books of a province, drawn up, signed, received and returned. */
async function statementSteps(): Promise<Step[]> {
  const paper = await recordPaper('3/BC');
  const changed = ['CLOSE tally_statement 1', 'INSERT tally_statement 1'];
  const find = async () => {
    const [row] = await system.database.query<{ id: string }>(
      'select id from rural_security.tally_statement where recorded_to is null limit 1',
    );
    return row?.id;
  };
  const step = (name: string, who: () => Officer, version: number, rest: object) =>
    [
      name,
      who,
      async () =>
        mutate(who(), name, `${name[0]?.toUpperCase()}${name.slice(1)}Input`, {
          ...{ statementId: await find(), expectedVersion: version },
          ...rest,
        }),
      ...changed,
    ] as const;
  const books = { unitCode: '19', level: 'PROVINCE', indicator: INDICATOR, year: 2025 };
  return [
    [
      'draftTallyStatement',
      () => appraiser,
      () => mutate(appraiser, 'draftTallyStatement', 'DraftTallyStatementInput', books),
      'INSERT tally_statement 1',
    ],
    step('signTallyStatement', () => recogniser, 1, { documentId: paper, signer: 'x' }),
    step('receiveTallyStatement', () => ministry, 2, {}),
    step('returnTallyStatement', () => ministry, 3, { reason: 'x' }),
  ];
}

/** Two wards: one to its revocation, one that is returned and withdrawn. */
async function wardSteps(): Promise<Step[]> {
  const [one, other] = (await wardCodesOf(system, '19', WARD_DAY)) as [string, string];
  const recognised = { ...DECISION, decisionNumber: '2/QĐ', decidedOn: '2025-04-22', year: 2024 };
  const revoked = { ...recognised, decisionNumber: '3/QĐ', decidedOn: '2025-06-01', reason: 'x' };
  const step = (name: StepName, who: () => Officer, unitCode: string, version: number | null, rest: object = {}) =>
    [
      name,
      who,
      async () => {
        const input = { unitCode, year: 2023, expectedVersion: version, ...rest };
        const { userErrors } = await takeWardStep(who(), name, input);
        if (userErrors.length > 0) throw new Error(JSON.stringify({ name, userErrors }));
      },
      ...(version === null ? [] : ['CLOSE pilot_ward 1']),
      'INSERT pilot_ward 1',
    ] as const;
  const score = { criteria: criteria(22), enteredFor: 'x' };
  return [
    step('registerModelWard', () => officer, one, null, { registeredOn: '2023-03-01' }),
    step('beginModelWard', () => officer, one, 1),
    step('selfScoreModelWard', () => officer, one, 2, score),
    step('appraiseModelWard', () => appraiser, one, 3, { acceptSelfScored: true }),
    step('proposeModelWard', () => appraiser, one, 4),
    step('recogniseModelWard', () => recogniserOfAll, one, 5, DECISION),
    step('reRecogniseModelWard', () => recogniserOfAll, one, 6, recognised),
    step('revokeModelWard', () => recogniserOfAll, one, 7, revoked),
    step('registerModelWard', () => officer, other, null, { registeredOn: '2023-03-01' }),
    step('beginModelWard', () => officer, other, 1),
    step('selfScoreModelWard', () => officer, other, 2, score),
    step('returnModelWard', () => appraiser, other, 3, { reason: 'x' }),
    step('withdrawModelWard', () => officer, other, 4, { reason: 'x' }),
  ];
}
let recogniserOfAll: Officer;

const OTHER_STEPS: readonly Step[] = [
  [
    'recordDocument',
    () => ministry,
    () =>
      mutate(ministry, 'recordDocument', 'DocumentInput', {
        ...{ number: '9/QĐ', issuedOn: '2026-01-05', issuer: 'x', title: 'x' },
      }),
    'INSERT document 1',
  ],
  [
    'recordCaseCount',
    () => ministry,
    () =>
      mutate(ministry, 'recordCaseCount', 'CaseCountInput', {
        ...{ unitCode: '19', level: 'PROVINCE', indicator: 'social-order-offences', year: 2024 },
        ...{ cases: 7, source: 'x' },
      }),
    'INSERT case_count 1',
  ],
  [
    'recountTallies',
    () => ministry,
    () => ministry.ask('mutation { recountTallies { counted } }'),
    'DONE recountTallies',
  ],
];

describe('every mutation', () => {
  it('leaves an entry for each table that it wrote, with who, as which role, for which part of the country, and how many rows', async () => {
    recogniserOfAll = await signIn(system, { subject: 'a minister', role: Role.RECOGNISER, scope: 'VN' });
    const steps = [...(await assessmentSteps()), ...(await statementSteps()), ...(await wardSteps()), ...OTHER_STEPS];
    for (const [name, who, take, ...said] of steps) {
      const left = await entriesOf(take);
      // a recount says how many it counted; that an answer held names of people is tested as a reading
      const known = left
        .filter(({ said }) => !said.startsWith('READ names-of-people'))
        .map((entry) => ({ ...entry, said: entry.said.replace(/^(DONE \w+) \d+$/, '$1') }));
      expect([name, known]).toEqual([name, by(who(), ...said)]);
    }
    expect([...new Set(steps.map(([name]) => name))].sort()).toEqual(mutationsOf(schemaFiles()));
  }, 60_000);
});

function schemaFiles(): GraphQLSchema[] {
  return ['geography', 'rural-security', 'model-ward', 'attainment'].map((name) =>
    buildASTSchema(parse(readFileSync(join(__dirname, `../../schema/${name}.graphql`), 'utf8')), {
      assumeValidSDL: true,
    }),
  );
}

function mutationsOf(schemas: readonly GraphQLSchema[]): string[] {
  return schemas.flatMap((schema) => Object.keys(schema.getMutationType()?.getFields() ?? {})).sort();
}

describe('what is refused', () => {
  const elsewhere = async (role: Role) =>
    signIn(system, { subject: `some ${role}`, role, scope: await unitIdOf(system, 'PROVINCE', '01', DAY) });
  const save = async () => {
    const [commune] = await findCommunes(system, '19');
    return { unitCode: commune?.code, indicator: INDICATOR, year: 2025, expectedVersion: null, items: ALL_MET };
  };

  it('as data leaves an entry, also where the client does not ask for its errors', async () => {
    const stranger = await elsewhere(Role.COMMUNE_OFFICER);
    const input = await save();
    const ask = () =>
      stranger.ask(
        'mutation Step($input: EnterAssessmentInput!) { saveAssessment(input: $input) { assessment { state } } }',
        {
          input,
        },
      );
    expect(await entriesOf(ask)).toEqual(by(stranger, 'REFUSED saveAssessment 1'));
  });

  it('by a role alone leaves an entry, although nothing of it ran', async () => {
    const stranger = await elsewhere(Role.VIEWER);
    const input = { number: '1', issuedOn: '2026-01-05', issuer: 'x', title: 'x' };
    const ask = async () => {
      const { errors } = await stranger.ask(
        'mutation Step($input: DocumentInput!) { recordDocument(input: $input) { userErrors { code message } } }',
        { input },
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    };
    expect(await entriesOf(ask)).toEqual(by(stranger, 'REFUSED recordDocument 1'));
  });

  it('of a field inside an answer leaves an entry that names it with its type', async () => {
    const stranger = await signIn(system, { subject: 'the public', role: Role.PUBLIC, scope: 'VN' });
    const ask = () => stranger.ask('{ province(code: "19") { caseChange(indicator: "x", year: 2024) { cases } } }');
    expect(await entriesOf(ask)).toEqual(by(stranger, 'REFUSED AdministrativeUnit.caseChange 1'));
  });

  it('of a question leaves an entry that names the field', async () => {
    const stranger = await elsewhere(Role.APPRAISER);
    const ask = () => stranger.ask('{ mine: tallyCheck { compared } }');
    expect(await entriesOf(ask)).toEqual(by(stranger, 'REFUSED tallyCheck 1'));
  });

  it('before a service was asked leaves an entry with the service', async () => {
    const send = async () => {
      const response = await fetch(`${system.url}/imports?kind=reorganisation`, {
        method: 'POST',
        headers: { authorization: `Bearer ${viewer.token}` },
        body: '{}',
      });
      expect(response.status).toBe(403);
    };
    expect(await entriesOf(send)).toEqual(by(viewer, 'REFUSED imports/reorganisation 1'));
    const put = async () => {
      const tokens = new Map([[Role.VIEWER, viewer.token]]);
      expect((await putEvidence({ url: system.url, tokens }, pdfFile(), { role: Role.VIEWER })).status).toBe(403);
    };
    expect(await entriesOf(put)).toEqual(by(viewer, 'REFUSED evidence 1'));
  });

  it('of the rows of a file leaves one entry that counts them', async () => {
    const stranger = await elsewhere(Role.COMMUNE_OFFICER);
    const communes = (await findCommunes(system, '19')).slice(0, 3);
    const query = new URLSearchParams({
      kind: 'assessments',
      step: 'SUBMIT',
      indicator: INDICATOR,
      year: '2025',
      dryRun: 'true',
    });
    const send = () =>
      fetch(`${system.url}/imports?${query}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${stranger.token}` },
        body: csvOf(communes.map((commune) => formRow(commune))),
      });
    expect(await entriesOf(send)).toEqual(by(stranger, 'REFUSED imports/assessments 3'));
  });

  it('never holds what people typed', async () => {
    const [row] = await system.database.query<{ details: string }>(
      `select string_agg(distinct detail::text, ' ') as details from rural_security.audit_entry where detail is not null`,
    );
    expect(row?.details).toContain('saveAssessment');
    expect(row?.details).not.toContain('mine');
  });
});

describe('what failed otherwise', () => {
  it('leaves none: a write that was taken back, and a faulty one', async () => {
    const ask = async () => {
      const input = { unitCode: 'nowhere', indicator: INDICATOR, year: 2025, expectedVersion: null, items: [] };
      await officer.ask(
        'mutation Step($input: EnterAssessmentInput!) { saveAssessment(input: $input) { userErrors { code } } }',
        { input },
      );
    };
    expect(await entriesOf(ask)).toEqual([]);
  });
});

describe('a privileged read', () => {
  it('of names of people leaves one entry by whoever is shown them, and none by whoever is not', async () => {
    const auditor = await signIn(system, { subject: 'who reads names', role: Role.AUDITOR, scope: 'VN' });
    const ask = (who: Officer) => () =>
      who.ask(
        'query @asOf(map: "2025-06-30") { commune(code: "05488") { assessment(indicator: "ntm-2021-2025/19.2", year: 2025) { submittedBy history { recordedBy } } } }',
      );
    expect(await entriesOf(ask(auditor))).toEqual(by(auditor, 'READ names-of-people 1'));
    expect(await entriesOf(ask(viewer))).toEqual([]);
  });

  it('of a file of evidence leaves an entry with its hash, and none for its headers or one that is not there', async () => {
    const file = pdfFile(2_000);
    const headers = { authorization: `Bearer ${appraiser.token}` };
    await putEvidence(system, file);
    const sha256 = sha256Of(file);
    const read = async () => {
      expect((await getEvidence(system, sha256, { headers })).status).toBe(200);
      await getEvidence(system, sha256, { method: 'HEAD', headers });
      expect((await getEvidence(system, 'a'.repeat(64), { headers })).status).toBe(404);
    };
    expect(await entriesOf(read)).toEqual(by(appraiser, `READ evidence/${sha256} 1`));
  });

  it('of the audit leaves an entry, and what is refused of it does', async () => {
    const auditor = await signIn(system, { subject: 'an auditor', role: Role.AUDITOR, scope: 'VN' });
    const read = (who: Officer) => async () => {
      const headers = { authorization: `Bearer ${who.token}` };
      const { status } = await fetch(`${system.url}/audit/geography.jsonl`, { headers });
      expect(status).toBe(who === auditor ? 200 : 403);
    };
    expect(await entriesOf(read(auditor))).toEqual(by(auditor, 'READ audit_entry 1'));
    expect(await entriesOf(read(ministry))).toEqual(by(ministry, 'REFUSED audit 1'));
  });
});
