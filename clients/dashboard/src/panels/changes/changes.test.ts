import type { ChangeRow } from './changes-content';
import { countContents } from './count-contents';
import { nearestFirst } from './nearest-first';

function row(code: string, assessment: Partial<ChangeRow['assessment']>, failing: readonly number[] = []): ChangeRow {
  return {
    code,
    name: code,
    fullName: code,
    under: '',
    validTo: null,
    assessment: {
      state: 'APPRAISED',
      verdict: 'NOT_MET',
      unknownReason: null,
      selfAssessedVerdict: null,
      late: false,
      items: [],
      ...assessment,
    },
    details: { missingItems: failing.length, late: false },
    failing,
  };
}

describe('communes that do not count as met', () => {
  it('stand in the order in which they would change a verdict', () => {
    const rows = [
      row('1', {}, [5, 6]),
      row('2', {}, [5]),
      row('3', { verdict: 'UNKNOWN', unknownReason: 'NOT_STARTED' }),
      row('4', { verdict: 'UNKNOWN', unknownReason: 'AWAITING_APPRAISAL', selfAssessedVerdict: 'NOT_MET' }),
      row('5', { verdict: 'UNKNOWN', unknownReason: 'AWAITING_APPRAISAL', selfAssessedVerdict: 'MET' }),
      row('6', {}, [1]),
      // what was revoked without a content lies farthest
      row('0', { state: 'REVOKED' }, []),
    ];
    expect(nearestFirst(rows).map(({ code }) => code)).toEqual(['5', '4', '3', '2', '6', '1', '0']);
  });

  it('are counted by the contents that they lack, and by those that lack nothing else', () => {
    const rows = [row('1', {}, [5, 6]), row('2', {}, [5]), row('3', {}, [1]), row('4', { verdict: 'UNKNOWN' })];
    expect(countContents(rows)).toEqual([
      { number: 5, failing: 2, alone: 1 },
      { number: 1, failing: 1, alone: 1 },
      { number: 6, failing: 1, alone: 0 },
    ]);
  });
});
