import { type Actor, Role, SpeakingError, Verdict } from '@tieuchi/subgraph-kit';
import { readCriteriaSets } from '../criteria/criteria-sets';
import { WardState } from '../pilot-ward/ward-state';
import type { Desk } from './desk';
import { nextRevision } from './next-revision';
import type { Revision } from './revision';
import type { Step } from './step';
import type { StepEntry } from './step-entry';

const SETS = readCriteriaSets();
const TODAY = '2026-11-22';
const WARD = 'C-00019';
const officer: Actor = { subject: 'officer', role: Role.COMMUNE_OFFICER, scope: WARD };
const appraiser: Actor = { subject: 'appraiser', role: Role.APPRAISER, scope: 'P-01' };
const minister: Actor = { subject: 'minister', role: Role.RECOGNISER, scope: 'VN' };

const desk = (current: Revision | null, year = 2023, authors: string[] = [], rest: Partial<Desk> = {}): Desk => ({
  criteria: SETS.ofYear(year),
  unitId: WARD,
  wardLife: { from: null, to: null },
  pilotFrom: SETS.firstDay,
  current,
  endedOn: null,
  authors,
  ...rest,
});
const entry = (step: Step, current: Revision | null, rest: Partial<StepEntry> = {}): StepEntry => ({
  step,
  expectedVersion: current?.version ?? null,
  registeredOn: null,
  criteria: [],
  acceptSelfScored: false,
  enteredFor: null,
  reason: null,
  decisionNumber: null,
  decidedOn: null,
  issuer: null,
  ...rest,
});
const met = (asked: number, missing: readonly number[] = []) =>
  Array.from({ length: asked }, (_, index) => ({
    number: index + 1,
    verdict: missing.includes(index + 1) ? Verdict.NOT_MET : Verdict.MET,
  }));
const DECISION = { decisionNumber: '12/QĐ-BCA', decidedOn: '2024-05-02', issuer: 'Bộ trưởng Bộ Công an' };

/** Plays steps from nothing, each on what the one before left. */
function play(...steps: readonly (readonly [Step, Actor, Partial<StepEntry>?, number?])[]): Revision {
  let current: Revision | null = null;
  for (const [step, actor, rest, year] of steps) {
    current = nextRevision(desk(current, year), entry(step, current, rest), actor, TODAY);
  }
  return current as unknown as Revision;
}
const registered = () => play(['REGISTER', officer, { registeredOn: '2023-03-01' }]);
const appraised = (missing: readonly number[] = [], printedMet: number | null = null) =>
  play(
    ['REGISTER', officer, { registeredOn: '2023-03-01' }],
    ['BEGIN', officer],
    ['SELF_SCORE', officer, { criteria: met(22) }],
    ['APPRAISE', appraiser, { criteria: met(22, missing), printedMet }],
  );
const recognised = () => {
  const proposed = nextRevision(desk(appraised()), entry('PROPOSE', appraised()), appraiser, TODAY);
  return nextRevision(desk(proposed), entry('RECOGNISE', proposed, DECISION), minister, TODAY);
};
function refusalOf(work: () => unknown): Record<string, unknown> {
  try {
    work();
  } catch (error) {
    if (error instanceof SpeakingError) return { message: error.message, ...error.extensions };
    throw error;
  }
  throw new Error('was not refused');
}

describe('a scorecard', () => {
  it('with 21 of 22 criteria met as appraised is not proposable, and names the one that is missing', () => {
    const current = appraised([1]);
    expect(current).toMatchObject({ selfMet: 22, appraisedMet: 21 });
    const refusal = refusalOf(() => nextRevision(desk(current), entry('PROPOSE', current), appraiser, TODAY));
    expect(refusal).toMatchObject({
      code: 'CRITERIA_NOT_MET',
      message: '21 of 22 criteria are met as appraised, and all must be; not met: 1 (Trụ sở).',
    });
  });

  it('keeps a criterion that nothing is said of apart from one that is not met', () => {
    const current = play(
      ['REGISTER', officer],
      ['BEGIN', officer],
      ['SELF_SCORE', officer, { criteria: met(20) }],
      ['APPRAISE', appraiser, { acceptSelfScored: true, criteria: [{ number: 3, verdict: Verdict.NOT_MET }] }],
    );
    const { message } = refusalOf(() => nextRevision(desk(current), entry('PROPOSE', current), appraiser, TODAY));
    expect(message).toBe('19 of 22 criteria are met as appraised, and all must be; not met: 3; unknown: 21, 22.');
  });

  it('with 22 of 22 is proposed, whatever total the paper prints', () => {
    const current = appraised([], 24);
    expect(nextRevision(desk(current), entry('PROPOSE', current), appraiser, TODAY)).toMatchObject({
      state: WardState.PROPOSED,
      appraisedMet: 22,
      appraisedPrintedMet: 24,
      proposedOn: TODAY,
    });
  });

  it('keeps the printed total where a correction does not repeat it, and drops it where the paper prints none', () => {
    const current = appraised([1], 22);
    const correct = (rest: Partial<StepEntry>) =>
      nextRevision(desk(current), entry('APPRAISE', current, rest), appraiser, TODAY).appraisedPrintedMet;
    const one = { criteria: [{ number: 2, verdict: Verdict.NOT_MET }] };
    expect([correct(one), correct({ ...one, printedMet: 20 }), correct({ printedMet: null })]).toEqual([22, 20, null]);
    const scored = play(['REGISTER', officer], ['BEGIN', officer], ['SELF_SCORE', officer, { printedMet: 21 }]);
    const again = nextRevision(desk(scored), entry('SELF_SCORE', scored, one), officer, TODAY);
    expect(again.selfPrintedMet).toBe(21);
  });

  it.each([101, 2_147_483_647, -1])('takes no printed total of %i, which is no misprint of one', (printedMet) => {
    const current = play(['REGISTER', officer], ['BEGIN', officer], ['SELF_SCORE', officer, { criteria: met(22) }]);
    for (const [step, actor] of [
      ['SELF_SCORE', officer],
      ['APPRAISE', appraiser],
    ] as const) {
      const refusal = refusalOf(() => nextRevision(desk(current), entry(step, current, { printedMet }), actor, TODAY));
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: 'printedMet' });
      expect(refusal.message).toContain(`0 to 100 criteria met: ${printedMet}`);
    }
  });

  it('keeps the scores of the ward beside those of the appraisal', () => {
    const { selfItems, appraisedItems } = appraised([5]);
    expect([selfItems[4]?.verdict, appraisedItems[4]?.verdict]).toEqual([Verdict.MET, Verdict.NOT_MET]);
  });

  it.each([
    [0, 'ITEM_NOT_FOUND'],
    [23, 'ITEM_NOT_FOUND'],
    [-1, 'ITEM_NOT_FOUND'],
  ])('refuses criterion %i, which is out of range', (number, code) => {
    const current = play(['REGISTER', officer], ['BEGIN', officer]);
    const criteria = [
      { number: 1, verdict: Verdict.MET },
      { number, verdict: Verdict.MET },
    ];
    const refusal = refusalOf(() =>
      nextRevision(desk(current), entry('SELF_SCORE', current, { criteria }), officer, TODAY),
    );
    expect(refusal).toMatchObject({ code, path: 'criteria.1.number' });
  });

  it('is appraised by nobody who scored it', () => {
    const current = play(['REGISTER', officer], ['BEGIN', officer], ['SELF_SCORE', officer, { criteria: met(22) }]);
    const refusal = refusalOf(() =>
      nextRevision(desk(current, 2023, ['appraiser']), entry('APPRAISE', current), appraiser, TODAY),
    );
    expect(refusal.code).toBe('OWN_SUBMISSION');
  });

  it('begins anew for another year, with the criteria of that year', () => {
    const current = play(
      ['REGISTER', officer],
      ['BEGIN', officer],
      ['SELF_SCORE', officer, { criteria: met(22) }],
      ['RETURN', appraiser, { reason: 'thiếu' }],
    );
    const next = nextRevision(desk(current, 2024), entry('BEGIN', current), officer, TODAY);
    expect(next).toMatchObject({ year: 2024, criteriaAsked: 20, selfItems: [], selfMet: null });
    const refusal = refusalOf(() => nextRevision(desk(next, 2023), entry('SELF_SCORE', next), officer, TODAY));
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: 'year' });
  });
});

describe('a recognition', () => {
  it('is for the year that was scored, also where its decision comes the year after', () => {
    expect(recognised()).toMatchObject({ state: 'RECOGNISED', recognisedForYear: 2023, ...DECISION });
  });

  it('comes after an appraisal and a proposal, never before', () => {
    const current = registered();
    const refusal = refusalOf(() =>
      nextRevision(desk(current), entry('RECOGNISE', current, DECISION), minister, TODAY),
    );
    expect(refusal).toMatchObject({
      code: 'WRONG_STATE',
      message: 'RECOGNISE begins at PROPOSED; the police of this ward is REGISTERED.',
    });
  });

  it.each([
    [{ ...DECISION, decisionNumber: ' ' }, 'decisionNumber'],
    [{ ...DECISION, issuer: null }, 'issuer'],
    [{ ...DECISION, decidedOn: '2026-11-23' }, 'decidedOn'],
    [{ ...DECISION, decidedOn: '2022-12-31' }, 'decidedOn'],
  ])('names a decision of its time, number and issuer: %j is refused', (decision, path) => {
    const proposed = nextRevision(desk(appraised()), entry('PROPOSE', appraised()), appraiser, TODAY);
    const refusal = refusalOf(() =>
      nextRevision(desk(proposed), entry('RECOGNISE', proposed, decision), minister, TODAY),
    );
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });

  it('given again for a later year keeps the one before', () => {
    const current = recognised();
    const again = { decisionNumber: '2878/QĐ-BCA', decidedOn: '2025-04-22', issuer: 'Bộ trưởng Bộ Công an' };
    const next = nextRevision(desk(current, 2024), entry('RE_RECOGNISE', current, again), minister, TODAY);
    expect(next).toMatchObject({
      state: 'RE_RECOGNISED',
      // the scores were made for 2023, by the 22 criteria of that year
      year: 2023,
      criteriaAsked: 22,
      recognisedForYear: 2024,
      earlierRecognitions: [{ year: 2023, ...DECISION }],
    });
    const same = refusalOf(() =>
      nextRevision(desk(current, 2023), entry('RE_RECOGNISE', current, again), minister, TODAY),
    );
    expect(same.path).toBe('year');
    const own = { decisionNumber: '99/QĐ-BCA', decidedOn: '2025-06-02', issuer: 'Bộ trưởng Bộ Công an', reason: 'x' };
    const ofScores = refusalOf(() => nextRevision(desk(next, 2023), entry('REVOKE', next, own), minister, TODAY));
    expect(ofScores).toMatchObject({ code: 'BAD_USER_INPUT', path: 'year' });
    const revoked = nextRevision(desk(next, 2024), entry('REVOKE', next, own), minister, TODAY);
    expect(revoked).toMatchObject({ state: 'REVOKED', year: 2023, criteriaAsked: 22 });
  });

  it('is taken back with a reason and a decision of its own', () => {
    const current = recognised();
    const revoke = (rest: Partial<StepEntry>) => () =>
      nextRevision(desk(current), entry('REVOKE', current, rest), minister, TODAY);
    const own = { decisionNumber: '99/QĐ-BCA', decidedOn: '2025-01-02', issuer: 'Bộ trưởng Bộ Công an' };
    expect(refusalOf(revoke(own))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(refusalOf(revoke({ ...DECISION, reason: 'x' }))).toMatchObject({ path: 'decisionNumber' });
    expect(revoke({ ...own, reason: 'vi phạm tiêu chí' })()).toMatchObject({
      state: 'REVOKED',
      recognisedForYear: null,
      earlierRecognitions: [{ year: 2023 }],
      reason: 'vi phạm tiêu chí',
    });
  });
});

describe('a step', () => {
  it('is refused to whoever has read another version', () => {
    const current = registered();
    const refusal = refusalOf(() =>
      nextRevision(desk(current), { ...entry('BEGIN', current), expectedVersion: null }, officer, TODAY),
    );
    expect(refusal).toMatchObject({ code: 'STALE_VERSION', version: 1 });
  });

  it.each([
    ['PROPOSE', officer, 'FORBIDDEN'],
    ['APPRAISE', officer, 'FORBIDDEN'],
    ['PROPOSE', minister, 'FORBIDDEN'],
    ['REVOKE', minister, 'WRONG_STATE'],
    ['REGISTER', officer, 'WRONG_STATE'],
  ] as const)('%s by %j at APPRAISED is refused', (step, actor, code) => {
    const current = appraised();
    expect(refusalOf(() => nextRevision(desk(current), entry(step, current), actor, TODAY)).code).toBe(code);
  });

  it.each(['RETURN', 'WITHDRAW'] as const)('%s says why', (step) => {
    const current = appraised();
    const refusal = refusalOf(() =>
      nextRevision(desk(current), entry(step, current, { reason: ' ' }), appraiser, TODAY),
    );
    expect(refusal).toMatchObject({ code: 'REASON_REQUIRED', path: 'reason' });
  });

  it('RETURN to the ward takes the appraisal away, RETURN to the appraiser leaves it', () => {
    const current = appraised();
    const toWard = nextRevision(desk(current), entry('RETURN', current, { reason: 'thiếu' }), appraiser, TODAY);
    expect(toWard).toMatchObject({ state: 'UNDER_WAY', selfMet: 22, appraisedMet: null, appraisedItems: [] });
    const proposed = nextRevision(desk(current), entry('PROPOSE', current), appraiser, TODAY);
    const toAppraiser = nextRevision(desk(proposed), entry('RETURN', proposed, { reason: 'thiếu' }), minister, TODAY);
    expect(toAppraiser).toMatchObject({ state: 'APPRAISED', appraisedMet: 22, proposedOn: null, reason: 'thiếu' });
  });

  it('REGISTER after a withdrawal begins from nothing and goes on counting', () => {
    const current = appraised();
    const withdrawn = nextRevision(desk(current), entry('WITHDRAW', current, { reason: 'sáp nhập' }), officer, TODAY);
    const later = desk(withdrawn, 2024, [], { endedOn: '2026-11-21' });
    const again = nextRevision(later, entry('REGISTER', withdrawn), officer, TODAY);
    expect(again).toMatchObject({ version: withdrawn.version + 1, year: 2024, registeredOn: TODAY, selfMet: null });
  });

  it.each([
    ['1900-01-01', 'before the pilot, which begins on 2021-01-01'],
    ['2020-12-31', 'before the pilot, which begins on 2021-01-01'],
    ['2022-03-31', 'from 2022-04-01 until 2025-06-30'],
    ['2025-07-01', 'from 2022-04-01 until 2025-06-30'],
    [null, 'from 2022-04-01 until 2025-06-30'],
    ['2026-11-23', 'still to come'],
  ])('REGISTER for %s is refused, which is %s', (registeredOn, why) => {
    const asked = desk(null, 2023, [], { wardLife: { from: '2022-04-01', to: '2025-06-30' } });
    const refusal = refusalOf(() => nextRevision(asked, entry('REGISTER', null, { registeredOn }), officer, TODAY));
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: 'registeredOn' });
    expect(refusal.message).toContain(why);
  });

  it.each(['2022-04-01', '2025-06-30'])(
    'REGISTER is possible on %s, the first or last day of a ward',
    (registeredOn) => {
      const asked = desk(null, 2023, [], { wardLife: { from: '2022-04-01', to: '2025-06-30' } });
      expect(nextRevision(asked, entry('REGISTER', null, { registeredOn }), officer, TODAY)).toMatchObject({
        registeredOn,
      });
    },
  );

  it.each(['2023-06-01', '2026-11-20', null])(
    'REGISTER for %s is refused on or before the day that the last one ended',
    (registeredOn) => {
      const withdrawn = { ...appraised(), state: WardState.WITHDRAWN };
      const ended = desk(withdrawn, 2023, [], { endedOn: registeredOn === null ? TODAY : '2026-11-20' });
      const refusal = refusalOf(() =>
        nextRevision(ended, entry('REGISTER', withdrawn, { registeredOn }), officer, TODAY),
      );
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path: 'registeredOn' });
      expect(refusal.message).toContain(`WITHDRAWN since ${ended.endedOn}`);
    },
  );
});
