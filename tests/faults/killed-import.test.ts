import { randomUUID } from 'node:crypto';
import { Role, signInternalToken } from '@tieuchi/subgraph-kit';
import type { ChildProgram } from '../../services/standalone/src/child-program';
import { csvOf, DAY, findCommunes } from '../services/assessment-files.fixture';
import { until } from '../support/until';
import { recountedTallies } from './register-rows';
import { type ServicePair, startServicePair } from './service-pair';
import { SwapBarrier } from './swap-barrier';

/** Its set of 2025 has no contents one by one, and the demonstration has no results of it. */
const INDICATOR = 'ntm-advanced-2021-2025/19.2';
const ROWS = 5_000;
const ACTOR = { subject: 'an officer', role: Role.COMMUNE_OFFICER, scope: 'VN' };

let services: ServicePair;
let ruralSecurity: ChildProgram;
let barrier: SwapBarrier | null;
let file: string;
beforeAll(async () => {
  barrier = null;
  services = await startServicePair();
  ruralSecurity = await services.startRuralSecurity();
  const communes = (await findCommunes(services)).slice(0, ROWS);
  file = csvOf(
    communes.map(({ code, name }) => [code, name, 'Đ', 'Công an tỉnh']),
    ['Mã', 'Xã', 'Kết quả', 'Cơ quan'],
  );
}, 60_000);
afterAll(async () => {
  await barrier?.lift();
  await services.stop();
}, 60_000);

const headers = async () => ({
  authorization: `Bearer ${await signInternalToken({ actor: ACTOR, asOf: { map: DAY, knownOn: null, today: DAY } }, services.database.secrets.internalKey)}`,
});

async function send(job: string) {
  const parameters = { kind: 'assessments', step: 'SUBMIT', indicator: INDICATOR, year: '2025', job };
  const address = new URL(`/internal/imports?${new URLSearchParams(parameters)}`, ruralSecurity.url);
  const response = await fetch(address, { method: 'POST', headers: await headers(), body: file });
  return (await response.json()) as { status: string; report: { taken: number } };
}

async function lookAt(id: string): Promise<{ state: string; rowsDone: number }> {
  const response = await fetch(new URL('/graphql', ruralSecurity.url), {
    method: 'POST',
    headers: { ...(await headers()), 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ importJob(id: "${id}") { state rowsDone } }` }),
  });
  const { data } = (await response.json()) as { data: { importJob: { state: string; rowsDone: number } } };
  return data.importJob;
}

async function countRows(): Promise<number> {
  const [row] = await services.database.query<{ count: number }>(
    'select count(*)::int from rural_security.assessment where indicator_id = $1',
    [INDICATOR],
  );
  return (row as { count: number }).count;
}

/** Stops the import in the portion of that row: it counts the district of it. */
function stopAtRow(place: number): string {
  const code = file.split('\n')[place]?.slice(0, 5);
  return `select from rural_security.security_tally t join rural_security.register_unit_version v on v.district_id = t.unit_id
    where v.code = '${code}' and v.valid @> date '${DAY}' and t.indicator_id = '${INDICATOR}' and t.year = 2025 for update of t`;
}

async function endProcess(): Promise<void> {
  process.kill(ruralSecurity.pid, 'SIGKILL');
  await ruralSecurity.ended;
}

describe('an import of 5,000 rows whose process is killed', () => {
  it.each([
    ['in its middle', ROWS / 2],
    ['in its last rows', ROWS],
  ])(
    'leaves none of them, says so, and can be sent again: %s',
    async (_where, place) => {
      const before = await countRows();
      const job = randomUUID();
      barrier = await SwapBarrier.raise(services.database, stopAtRow(place));
      const answer = send(job).catch(() => 'broken off');
      const stopped = await barrier.stoppedSwap();
      const { state, rowsDone } = await lookAt(job);
      expect(state).toBe('RUNNING');
      expect(rowsDone).toBeGreaterThan(0);
      expect(rowsDone).toBeLessThan(ROWS);
      await endProcess();
      expect(await answer).toBe('broken off');
      await barrier.liftFor(stopped);
      barrier = null;
      expect(await countRows()).toBe(before);
      const { kept, recounted } = await recountedTallies(services.database);
      expect(kept).toBe(recounted);
      ruralSecurity = await services.startRuralSecurity();
      await until('the job to be known as broken off', async () => (await lookAt(job)).state === 'FAILED');
    },
    60_000,
  );

  it('leaves all of them once it was answered, and the same file changes nothing then', async () => {
    expect(await send(randomUUID())).toMatchObject({ status: 'APPLIED', report: { taken: ROWS } });
    await endProcess();
    expect(await countRows()).toBe(ROWS);
    const { kept, recounted } = await recountedTallies(services.database);
    expect(kept).toBe(recounted);
    ruralSecurity = await services.startRuralSecurity();
    expect(await send(randomUUID())).toMatchObject({ status: 'UNCHANGED', report: { taken: 0 } });
    expect(await countRows()).toBe(ROWS);
  }, 60_000);
});
