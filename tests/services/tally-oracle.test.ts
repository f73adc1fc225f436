import fc from 'fast-check';
import { differencesIn } from '../oracle/check-history';
import { COUNTS } from '../oracle/counts-oracle';
import { HistoryStage } from '../oracle/history-stage';
import { type Fault, withFault } from '../oracle/planted-fault';
import { randomAssessments } from '../oracle/random-history.fixture';

/** `npm run oracle` sets both. */
const HISTORIES = Number(process.env.TIEUCHI_ORACLE_HISTORIES ?? 200);
const SEED = Number(process.env.TIEUCHI_ORACLE_SEED ?? Date.now() % 2 ** 31);
/** On a machine with much else to do; alone it is a quarter of that. */
const MOST_MS_EACH = 900;

let stage: HistoryStage;
beforeAll(async () => {
  stage = await HistoryStage.open();
}, 60_000);
afterAll(() => stage.close());

const isAsOracle = fc.asyncProperty(randomAssessments, async (history) => {
  expect(await differencesIn(history, stage)).toEqual([]);
});

/** What differs, and not that a constraint of the tables refused what was counted. */
const SEEN = /(kept|ledger|securityTallies) (lacks|says) look|a recount changed|were recorded at \d+ instants/;

describe('the tallies of random histories', () => {
  it(
    `equal plain SQL over the raw rows, at the end of every day and now (${HISTORIES} histories, seed ${SEED})`,
    async () => {
      process.stderr.write(`tally oracle: ${HISTORIES} histories, seed ${SEED}\n`);
      await fc.assert(isAsOracle, {
        numRuns: HISTORIES,
        seed: SEED,
        // ends before the test's own deadline, so that a failure is told with its history however long it takes to shrink
        interruptAfterTimeLimit: HISTORIES * MOST_MS_EACH,
        markInterruptAsFailure: true,
      });
      // the histories lead to all that is counted, each of it often; how often is chance where they are few
      for (const [place, name] of COUNTS.entries()) {
        expect([name, (stage.reached[place] as number) >= HISTORIES / 5]).toEqual([name, true]);
      }
    },
    HISTORIES * MOST_MS_EACH + 30_000,
  );

  it.each<Fault>([
    {
      functionName: 'count_closed',
      text: 't.self_assessed_met - change.self_assessed_met',
      replacement: 't.self_assessed_met',
    },
    {
      functionName: 'count_added',
      text: "a.verdict = 'UNKNOWN' and a.self_verdict",
      replacement: 'a.self_verdict',
    },
    { functionName: 'count_results', text: 'from < as_known', replacement: 'from <= as_known' },
    {
      functionName: 'count_results',
      text: "coalesce(a.recorded_to, 'infinity') >= as_known",
      replacement: '(a.recorded_to is null or a.recorded_to > as_known)',
    },
    {
      functionName: 'population_member',
      text: "(v.district_id, 'DISTRICT'), ",
      replacement: '',
    },
    {
      functionName: 'recount_tallies',
      text: '= r.self_assessed_met',
      replacement: '= r.self_assessed_met + r.met',
    },
    { functionName: 'group_members', text: 'bool_and(', replacement: 'bool_or(' },
    {
      functionName: 'recording_instant',
      text: 'return said',
      replacement: 'return clock_timestamp()',
    },
  ])('are seen to differ where $functionName says "$replacement" for "$text"', async (fault) => {
    const found = await withFault(stage.admin, fault, () => fc.check(isAsOracle, { seed: SEED, endOnFailure: true }));
    expect(String((found.errorInstance as Error | null)?.message)).toMatch(SEEN);
  });
});
