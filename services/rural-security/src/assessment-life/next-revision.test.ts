import { type Actor, Role, SpeakingError } from '@tieuchi/subgraph-kit';
import fc from 'fast-check';
import { AssessmentState, UnknownReason, Verdict } from '../assessment/assessment-enums';
import type { Desk, DeskItem } from './desk';
import { nextRevision, type StepEntry } from './next-revision';
import type { Revision } from './revision';
import type { Step } from './step';

const OFFICER: Actor = { subject: 'officer', role: Role.COMMUNE_OFFICER, scope: 'C-1' };
const APPRAISER: Actor = { subject: 'appraiser', role: Role.APPRAISER, scope: 'P-1' };
const RECOGNISER: Actor = { subject: 'recogniser', role: Role.RECOGNISER, scope: 'P-1' };
const TODAY = '2025-11-10';

const stated = (number: number, evidencePolicy: DeskItem['evidencePolicy'] = 'OPTIONAL'): DeskItem => ({
  number,
  rule: { kind: 'STATED' },
  evidencePolicy,
});
const SHARE: DeskItem = {
  number: 1,
  rule: {
    kind: 'SHARE_OF_SUB_UNITS',
    conditions: [{ part: 'recognised', of: 'registered', atLeastPercent: '70' }],
  },
  evidencePolicy: 'OPTIONAL',
};
const CONTAINED: DeskItem = {
  number: 1,
  rule: { kind: 'NOT_MORE_THAN_YEAR_BEFORE', measures: ['offences'], strict: false },
  evidencePolicy: 'OPTIONAL',
};

function desk(changed: Partial<Desk> = {}): Desk {
  return {
    indicatorId: 'an-indicator',
    year: 2025,
    rule: { kind: 'ALL_OF' },
    items: [stated(1), stated(2)],
    countedOn: '2025-06-30',
    windowFrom: '2024-11-16',
    submitBy: '2025-11-15',
    unitId: 'C-1',
    current: null,
    authors: [],
    before: null,
    base: null,
    isComparable: true,
    ...changed,
  };
}

function entry(step: Step, changed: Partial<StepEntry> = {}): StepEntry {
  return {
    step,
    expectedVersion: null,
    items: [],
    verdict: null,
    acceptSelfAssessed: false,
    enteredFor: null,
    reason: null,
    decision: null,
    ...changed,
  };
}

function refusal(work: () => unknown): Record<string, unknown> {
  try {
    work();
  } catch (error) {
    if (error instanceof SpeakingError) return { ...error.extensions, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

const measured = (name: string, count: number) => ({ number: 1, measures: [{ name, count }] });
const BOTH_MET = [1, 2].map((number) => ({ number, verdict: Verdict.MET }));
const submit = (of: Desk, changed: Partial<StepEntry> = {}, today = TODAY) =>
  nextRevision(of, entry('SUBMIT', changed), OFFICER, today);

describe('what a unit enters', () => {
  it('is late from the day after the last one to submit', () => {
    expect(submit(desk(), { items: BOTH_MET }, '2025-11-15').late).toBe(false);
    expect(submit(desk(), { items: BOTH_MET }, '2025-11-16').late).toBe(true);
  });

  it('is refused before the window opens, by the day', () => {
    expect(refusal(() => submit(desk(), {}, '2024-11-15'))).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      message: expect.stringContaining('2024-11-16'),
    });
  });

  it('says something of every content when it is sent, and is a draft until then', () => {
    const oneOpen = [{ number: 1, verdict: Verdict.MET }];
    const refused = refusal(() => submit(desk({ items: [stated(1), stated(2), stated(3)] }), { items: oneOpen }));
    expect(refused).toMatchObject({ code: 'STATEMENT_REQUIRED', path: 'items' });
    expect(refused.message).toMatch('content 2, 3:');
    expect(nextRevision(desk(), entry('SAVE', { items: oneOpen }), OFFICER, TODAY).state).toBe('DRAFT');
    const unsaid = { number: 2, verdict: Verdict.UNKNOWN };
    expect(refusal(() => submit(desk(), { items: [...oneOpen, unsaid] }))).toMatchObject({ path: 'items' });
    const explained = { ...unsaid, explanation: 'Chưa có số liệu' };
    expect(submit(desk(), { items: [...oneOpen, explained] })).toMatchObject({
      state: 'SUBMITTED',
      selfVerdict: 'UNKNOWN',
    });
  });

  it('keeps the contents of the draft that it leaves out', () => {
    const draft = nextRevision(desk(), entry('SAVE', { items: [{ number: 2, verdict: Verdict.MET }] }), OFFICER, TODAY);
    const sent = submit(desk({ current: draft }), {
      expectedVersion: 1,
      items: [{ number: 1, verdict: Verdict.MET }],
    });
    expect(sent.selfVerdict).toBe(Verdict.MET);
    expect(sent.selfItems.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('needs evidence or an explanation where the content asks for it, also for what the draft said', () => {
    const items = [stated(1, 'REQUIRED')];
    const draft = nextRevision(
      desk({ items }),
      entry('SAVE', { items: [{ number: 1, verdict: Verdict.MET }] }),
      OFFICER,
      TODAY,
    );
    expect(refusal(() => submit(desk({ items, current: draft }), { expectedVersion: 1 }))).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
      path: 'items',
    });
    const explained = [{ number: 1, verdict: Verdict.MET, explanation: 'Chưa số hóa' }];
    expect(submit(desk({ items }), { items: explained }).state).toBe(AssessmentState.SUBMITTED);
    expect(submit(desk({ items }), { items: [{ number: 1, verdict: Verdict.NOT_MET }] }).selfVerdict).toBe(
      Verdict.NOT_MET,
    );
  });

  it('takes a paper and no file for a content of references, and nothing for one without evidence', () => {
    const file = [{ number: 1, verdict: Verdict.MET, evidence: [{ sha256: 'a'.repeat(64) }] }];
    const paper = [{ number: 1, verdict: Verdict.MET, evidence: [{ documentId: 'd' }] }];
    const references = desk({ items: [stated(1, 'REFERENCE_ONLY')] });
    expect(refusal(() => submit(references, { items: file }))).toMatchObject({ path: 'items.0.evidence.0' });
    expect(submit(references, { items: paper }).selfItems[0]?.evidence).toHaveLength(1);
    const without = desk({ items: [stated(1, 'NONE')] });
    expect(refusal(() => submit(without, { items: paper }))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a content with figures', () => {
  it('is judged by them: 17 of 25 against 70 % is not met, 18 is, and no opinion changes that', () => {
    const of = desk({ items: [SHARE] });
    const share = (recognised: number, verdict?: Verdict) =>
      submit(of, {
        items: [
          {
            number: 1,
            verdict,
            measures: [
              { name: 'recognised', count: recognised },
              { name: 'registered', count: 25 },
            ],
          },
        ],
      });
    expect(share(17).selfVerdict).toBe(Verdict.NOT_MET);
    expect(share(18).selfVerdict).toBe(Verdict.MET);
    expect(refusal(() => share(17, Verdict.MET))).toMatchObject({
      code: 'VERDICT_CONTRADICTS_VALUE',
      path: 'items.0',
    });
  });

  it('is contained when it is not more than the year before, 0 and 0 included', () => {
    const against = (before: number, now: number) =>
      submit(desk({ items: [CONTAINED], before: { offences: before } }), { items: [measured('offences', now)] });
    expect(against(0, 0).selfVerdict).toBe(Verdict.MET);
    expect(against(3, 3).selfVerdict).toBe(Verdict.MET);
    expect(against(3, 4).selfVerdict).toBe(Verdict.NOT_MET);
  });

  it('is unknown for want of the year before, and says so up to the whole', () => {
    for (const of of [
      desk({ items: [CONTAINED] }),
      desk({ items: [CONTAINED], before: { offences: 3 }, isComparable: false }),
    ]) {
      const sent = submit(of, { items: [measured('offences', 1)] });
      expect(sent.selfItems[0]).toMatchObject({ verdict: 'UNKNOWN', reason: 'NO_COMPARABLE_PREVIOUS_YEAR' });
      const appraised = nextRevision(
        { ...of, current: sent },
        entry('APPRAISE', { expectedVersion: 1, acceptSelfAssessed: true }),
        APPRAISER,
        TODAY,
      );
      expect(appraised).toMatchObject({ verdict: 'UNKNOWN', unknownReason: 'NO_COMPARABLE_PREVIOUS_YEAR' });
      const claimed = [{ ...measured('offences', 1), verdict: Verdict.MET }];
      expect(refusal(() => submit(of, { items: claimed }))).toMatchObject({
        code: 'VERDICT_CONTRADICTS_VALUE',
        message: expect.stringContaining('NO_COMPARABLE_PREVIOUS_YEAR'),
      });
    }
  });
});

describe('a set that is not itemised', () => {
  const of = desk({ items: [], rule: { kind: 'STATED' } });

  it('is sent with a verdict', () => {
    expect(refusal(() => submit(of))).toMatchObject({ code: 'STATEMENT_REQUIRED', path: 'verdict' });
  });

  it('takes the verdict of the whole from the appraisal', () => {
    const sent = submit(of, { verdict: Verdict.MET });
    expect(sent.selfVerdict).toBe(Verdict.MET);
    const next = { ...of, current: sent };
    const found = (changed: Partial<StepEntry>) =>
      nextRevision(next, entry('APPRAISE', { expectedVersion: 1, ...changed }), APPRAISER, TODAY).verdict;
    expect(found({ verdict: Verdict.NOT_MET })).toBe(Verdict.NOT_MET);
    expect(found({ acceptSelfAssessed: true })).toBe(Verdict.MET);
    expect(found({})).toBe(Verdict.UNKNOWN);
  });
});

describe('any walk through the steps', () => {
  const WHO: readonly Actor[] = [OFFICER, APPRAISER, RECOGNISER];
  const anyStep = fc.record({
    step: fc.constantFrom<Step>('SAVE', 'SUBMIT', 'RETURN', 'APPRAISE', 'RECOGNISE', 'REVOKE'),
    who: fc.constantFrom(...WHO),
    verdicts: fc.oneof(
      fc.constant<Verdict[]>([Verdict.MET, Verdict.MET]),
      fc.array(fc.constantFrom(Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN), { minLength: 2, maxLength: 2 }),
      fc.constant<Verdict[]>([]),
    ),
    acceptSelfAssessed: fc.boolean(),
  });

  it('counts versions up, gives every unknown a reason, and decides nothing before an appraisal', () => {
    const seen = new Set<AssessmentState>();
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 30, maxLength: 60 }), (steps) => {
        let current: Revision | null = null;
        for (const { step, who, verdicts, acceptSelfAssessed } of steps) {
          const items = [...verdicts].map((verdict: Verdict, index) => ({
            number: index + 1,
            verdict,
            explanation: 'lý do',
          }));
          const before: Revision | null = current;
          const asked = entry(step, {
            expectedVersion: before?.version ?? null,
            items,
            acceptSelfAssessed,
            enteredFor: 'Công an xã',
            reason: 'lý do',
            // each paper is of one step: a confirmation does not revoke itself
            decision: { id: step, number: '1/QĐ' },
          });
          try {
            current = nextRevision(desk({ current: before }), asked, who, TODAY);
          } catch (error) {
            expect((error as SpeakingError).extensions.code).toMatch(/^(WRONG_STATE|FORBIDDEN|STATEMENT_REQUIRED)$/);
            continue;
          }
          seen.add(current.state);
          expect(current.version).toBe((before?.version ?? 0) + 1);
          expect(current.verdict === Verdict.UNKNOWN).toBe(current.unknownReason !== null);
          const isDecided = ['APPRAISED', 'RECOGNISED', 'REVOKED'].includes(current.state);
          if (!isDecided) expect(current).toMatchObject({ verdict: 'UNKNOWN', appraisedItems: [] });
          if (current.state === AssessmentState.RECOGNISED) expect(current.verdict).toBe(Verdict.MET);
        }
      }),
      { numRuns: 200 },
    );
    // the walks reach every state there is
    expect([...seen].sort()).toEqual(['APPRAISED', 'DRAFT', 'RECOGNISED', 'RETURNED', 'REVOKED', 'SUBMITTED']);
  });

  it('keeps each content once, as it was said last', () => {
    const said = (verdicts: Verdict[]) => verdicts.map((verdict, index) => ({ number: index + 1, verdict }));
    const save = (changed: Partial<StepEntry>, current: Revision | null) =>
      nextRevision(desk({ current }), entry('SAVE', changed), OFFICER, TODAY);
    const first = save({ items: said([Verdict.MET, Verdict.MET]) }, null);
    const second = save({ expectedVersion: 1, items: said([Verdict.NOT_MET]) }, first);
    expect(second.selfItems).toMatchObject(said([Verdict.NOT_MET, Verdict.MET]));
  });

  it('never lets a reason of a whole stand for a content', () => {
    const wrong = [{ number: 1, verdict: Verdict.UNKNOWN, reason: UnknownReason.NOT_STARTED }];
    expect(refusal(() => submit(desk(), { items: wrong }))).toMatchObject({ path: 'items.0.reason' });
  });
});
