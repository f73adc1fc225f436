import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Role } from '@tieuchi/subgraph-kit';
import { csvOf, findCommunes, formRow, sendAssessments } from '../services/assessment-files.fixture';
import { type Officer, signIn } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const NAMES = `query @asOf(map: "2025-06-30") { commune(code: "05488") {
  assessment(indicator: "ntm-2021-2025/19.2", year: 2025) { submittedBy history { recordedBy } } } }`;

const ACTS_ARE_WRITTEN_MS = 2_500;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real', { answerCacheBytes: 64_000_000 });
}, 60_000);
afterAll(() => system.stop());

/** What one actor repeats is written within a second, as how often; one reading too many would be written by then, too. */
async function expectReadings(expected: Readonly<Record<string, number>>): Promise<void> {
  const seen = async () => {
    const rows = await system.database.query<{ actor: string; count: number }>(
      `select actor, sum(row_count)::int as count from rural_security.audit_entry
       where action = 'READ' and detail ->> 'what' = 'names-of-people' and actor = any($1) group by actor`,
      [Object.keys(expected)],
    );
    return Object.fromEntries(rows.map(({ actor, count }) => [actor, count]));
  };
  await sleep(ACTS_ARE_WRITTEN_MS);
  expect(await seen()).toEqual(expected);
}

const statementsOf = async (ask: () => Promise<unknown>) => {
  system.takeStatements();
  await ask();
  return system.takeStatements().length;
};

describe('an answer that is one person’s', () => {
  it('is read anew each time, and leaves an entry each time, where it names people', async () => {
    const auditor = await signIn(system, { subject: 'who reads names', role: Role.AUDITOR, scope: 'VN' });
    const another = await signIn(system, { subject: 'who reads them too', role: Role.AUDITOR, scope: 'VN' });
    for (const who of [auditor, auditor, another]) {
      expect(await statementsOf(() => who.ask(NAMES))).toBeGreaterThan(0);
    }
    await expectReadings({ 'who reads names': 2, 'who reads them too': 1 });
  });

  it('leaves an entry for each where several ask at the same time', async () => {
    const [first, second] = await Promise.all(
      ['one of two', 'the other of two'].map((subject) => signIn(system, { subject, role: Role.AUDITOR, scope: 'VN' })),
    );
    await Promise.all([first, second, first].map((who) => (who as Officer).ask(NAMES)));
    await expectReadings({ 'one of two': 2, 'the other of two': 1 });
  });

  it('is given again where names are not shown, to others of the same role', async () => {
    const [first, second] = await Promise.all(
      ['a viewer', 'another viewer'].map((subject) => signIn(system, { subject, role: Role.VIEWER, scope: 'VN' })),
    );
    await first?.ask(NAMES);
    expect(await statementsOf(() => second?.ask(NAMES) as Promise<unknown>)).toBe(0);
  });

  it('tells of a job only to who sent it, though another of the same role and place asked before', async () => {
    const [sender, colleague] = await Promise.all(
      ['who sent', 'who sent nothing'].map((subject) =>
        signIn(system, { subject, role: Role.COMMUNE_OFFICER, scope: 'VN' }),
      ),
    );
    const [commune] = await findCommunes(system, '19');
    const id = randomUUID();
    await sendAssessments(system, sender as Officer, csvOf([formRow(commune as NonNullable<typeof commune>)]), {
      job: id,
    });
    const job = `query { importJob(id: "${id}") { id } importJobs(first: 5) { nodes { id } } }`;
    const seenBy = async (who: Officer | undefined) => (await who?.ask(job))?.data;
    expect(await seenBy(colleague)).toEqual({ importJob: null, importJobs: { nodes: [] } });
    expect(await seenBy(sender)).toEqual({ importJob: { id }, importJobs: { nodes: [{ id }] } });
    expect(await seenBy(colleague)).toEqual({ importJob: null, importJobs: { nodes: [] } });
  });
});
