import { generateAssessments } from './assessment-generator';
import type { AssessmentRevision } from './assessment-revision';
import { DEMONSTRATION_YEARS, type DemonstrationCommune } from './demonstration-commune';

/** 63 provinces of 6 districts of 20 communes: the rules of the histories hold for any communes. */
const COMMUNES: readonly DemonstrationCommune[] = Array.from({ length: 7_560 }, (_, index) => ({
  code: String(index + 90_000),
  districtCode: String(Math.floor(index / 20)),
  provinceCode: String(Math.floor(index / 120)),
}));

const assessments = [...generateAssessments(COMMUNES)];
const everyRevision = assessments.flatMap(({ revisions }) => revisions);
const lastRevisions = everyRevision.filter(({ recordedTo }) => recordedTo === null);

describe('the history', () => {
  it('is without gaps and overlaps, and only its last revision is open', () => {
    const broken = assessments.filter(({ revisions }) =>
      revisions.some(
        ({ recordedFrom, recordedTo }, index) =>
          recordedTo !== (revisions[index + 1]?.recordedFrom ?? null) ||
          (recordedTo !== null && recordedTo <= recordedFrom),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('is recorded within working hours in Vietnam', () => {
    const times = everyRevision.map(({ recordedFrom }) => recordedFrom.slice(11));
    const workingHours = /^(07:[345]\d|08:..|09:..|10:..|11:[012]\d|13:[345]\d|14:..|15:..|16:..):\d\d\+07:00$/;
    expect(times.filter((time) => !workingHours.test(time))).toEqual([]);
    expect(new Set(times.map((time) => time.slice(0, 2))).size).toBe(9);
  });

  it('was all recorded before 1 Mar 2026', () => {
    expect(everyRevision.filter(({ recordedFrom }) => recordedFrom >= '2026-03-01')).toEqual([]);
  });

  it('records nothing before the day on which it happened', () => {
    const early = everyRevision.filter(({ recordedFrom, submittedOn, appraisedOn, confirmedOn }) =>
      [submittedOn, appraisedOn, confirmedOn].some((day) => day !== null && day > recordedFrom.slice(0, 10)),
    );
    expect(early).toEqual([]);
  });

  it('gives a reason to an unknown verdict and to no other', () => {
    expect(
      everyRevision.filter(({ verdict, unknownReason }) => (unknownReason === null) === (verdict === 'UNKNOWN')),
    ).toEqual([]);
  });

  it('takes one of eight courses, none longer than four revisions', () => {
    const courses = new Set(assessments.map(({ revisions }) => revisions.map(stepName).join(' ')));
    expect([...courses].sort()).toEqual([
      'SUBMITTED?',
      'SUBMITTED? APPRAISED+ APPRAISED-',
      'SUBMITTED? APPRAISED+ RECOGNISED+',
      'SUBMITTED? APPRAISED+ RECOGNISED+ REVOKED-',
      'SUBMITTED? APPRAISED-',
      'SUBMITTED? APPRAISED- APPRAISED+ RECOGNISED+',
      'SUBMITTED? APPRAISED?',
      'SUBMITTED? RETURNED?',
    ]);
  });

  it('corrects 1.5 % of the results once, two thirds of them from met to not met', () => {
    const corrections = assessments.flatMap(({ revisions }) =>
      revisions.filter((revision, index) => isCorrection(revisions[index - 1], revision)),
    );
    expect(corrections).toHaveLength(
      Math.round(0.015 * lastRevisions.filter(({ verdict }) => verdict !== 'UNKNOWN').length),
    );
    expect(corrections.filter(({ verdict }) => verdict === 'NOT_MET')).toHaveLength(
      Math.round((corrections.length * 2) / 3),
    );
  });

  it('revokes three confirmations a year, which count as not met from then on', () => {
    const revoked = lastRevisions.filter(({ state }) => state === 'REVOKED');
    for (const year of DEMONSTRATION_YEARS)
      expect(revoked.filter((revision) => revision.year === year)).toHaveLength(3);
    const wrong = revoked.filter(
      ({ verdict, selfVerdict, decisionNumber }) =>
        verdict !== 'NOT_MET' || selfVerdict !== 'MET' || decisionNumber === null,
    );
    expect(wrong).toEqual([]);
  });

  it('numbers the confirmations of a year in the order of their days, without gaps', () => {
    for (const year of DEMONSTRATION_YEARS) {
      const confirmed = lastRevisions.filter((revision) => revision.year === year && revision.decisionNumber !== null);
      const inOrder = confirmed
        .sort((a, b) => (order(a) < order(b) ? -1 : 1))
        .map(({ decisionNumber }) => decisionNumber);
      expect(inOrder).toEqual(confirmed.map((_, index) => `MP-${String(index + 1).padStart(4, '0')}/${year}`));
    }
  });

  it('lets 40 % of the failing communes have assessed themselves as met', () => {
    for (const year of DEMONSTRATION_YEARS) {
      const failing = lastRevisions.filter((revision) => revision.year === year && revision.verdict === 'NOT_MET');
      const overrated = failing.filter(({ selfVerdict }) => selfVerdict === 'MET');
      expect(overrated).toHaveLength(Math.round(0.4 * failing.length));
    }
  });

  it('has 20 % of the submissions after the due day, 6 % by more than a fortnight, none earlier than a fortnight', () => {
    const delays = lastRevisions.map(delayOf);
    expect(delays.filter((days) => days > 0).length / delays.length).toBeCloseTo(0.2, 2);
    expect(delays.filter((days) => days > 15).length / delays.length).toBeCloseTo(0.06, 2);
    expect([Math.min(...delays), Math.max(...delays)]).toEqual([-14, 45]);
  });

  it('calls late what came after 15 November, so nothing of 2025, whose window was open until then', () => {
    const late = lastRevisions.filter((revision) => revision.late);
    expect(late.filter(({ year, submittedOn }) => (submittedOn ?? '') <= `${year}-11-15`)).toEqual([]);
    expect(new Set(late.map(({ year }) => year))).toEqual(new Set([2021, 2022, 2023, 2024]));
    expect(late).toHaveLength(lastRevisions.filter((each) => each.year !== 2025 && delayOf(each) > 0).length);
  });

  it('leaves 20 % of the unknown awaiting, 15 % returned, 20 % with an unknown item; the other 45 % have no row', () => {
    const reasons = lastRevisions
      .filter(({ verdict }) => verdict === 'UNKNOWN')
      .map(({ unknownReason }) => unknownReason);
    const tally = ['AWAITING_APPRAISAL', 'RETURNED', 'ITEM_UNKNOWN'].map(
      (reason) => reasons.filter((each) => each === reason).length,
    );
    const shares = tally.map((count) => (count / reasons.length) * 0.55);
    expect(shares.map((share) => Math.round(share * 20) / 20)).toEqual([0.2, 0.15, 0.2]);
  });
});

function stepName({ state, verdict }: AssessmentRevision): string {
  return verdict === 'UNKNOWN' ? `${state}?` : `${state}${verdict === 'MET' ? '+' : '-'}`;
}

function isCorrection(before: AssessmentRevision | undefined, after: AssessmentRevision): boolean {
  return before?.state === 'APPRAISED' && after.state === 'APPRAISED' && before.verdict !== after.verdict;
}

function order({ confirmedOn, code }: AssessmentRevision): string {
  return `${confirmedOn} ${code}`;
}

function delayOf({ submittedOn, year }: AssessmentRevision): number {
  const end = year === 2025 ? '2025-06-30' : `${year}-11-15`;
  return (Date.parse(submittedOn ?? '') - Date.parse(end)) / 86_400_000;
}
