import { parseProgramme } from './parse-programme';
import { asFile, type NewProgramme, newProgramme } from './programme.fixture';
import { findTakenAway } from './programme-usage';

const USED = { indicatorId: 'new-2026/1.1', year: 2026, criteriaVersion: 'FIRST', itemCount: 2 };

function takenBy(change: (programme: NewProgramme) => void) {
  const programme = newProgramme();
  change(programme);
  return findTakenAway(parseProgramme(asFile(programme)).parsed!.programme, [USED]);
}

describe('what assessments rest on', () => {
  it('stays where texts, targets and years without assessments change', () => {
    const faults = takenBy(({ indicators: [indicator] }) => {
      indicator!.criteriaSets[0]!.items[0]!.textVi = 'Lời văn đã đối chiếu';
      indicator!.targets = [];
      indicator!.years.pop();
    });
    expect(faults).toEqual([]);
  });

  it.each<[string, (programme: NewProgramme) => void, string]>([
    ['the indicator', (p) => Object.assign(p.indicators[0]!, { id: 'other' }), 'indicators'],
    ['the year', (p) => p.indicators[0]!.years.shift(), 'indicators[0].years'],
    [
      'the version of the year',
      (p) => Object.assign(p.indicators[0]!.years[0]!, { criteriaVersion: 'SECOND' }),
      'indicators[0].years[0].criteriaVersion',
    ],
    ['a content', (p) => p.indicators[0]!.criteriaSets[0]!.items.pop(), 'indicators[0].criteriaSets[0].items'],
  ])('is not taken away, and the place is named: %s', (_, change, place) => {
    expect(takenBy(change)).toEqual([{ place, message: expect.stringContaining('2026') }]);
  });
});
