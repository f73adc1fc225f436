import { Verdict } from '../assessment/assessment-enums';
import { checkStated } from './check-stated';
import { factsOf } from './item-facts.fixture';
import type { ItemRule } from './rule';

const { MET, NOT_MET, UNKNOWN } = Verdict;

const SHARE: ItemRule = {
  kind: 'SHARE_OF_SUB_UNITS',
  conditions: [
    { part: 'registered', of: 'subUnits', atLeastPercent: '100' },
    { part: 'recognised', of: 'registered', atLeastPercent: '70' },
  ],
};
const FEWER: ItemRule = { kind: 'NOT_MORE_THAN_YEAR_BEFORE', measures: ['offences', 'fires'], strict: false };
const MISSED = factsOf({ subUnits: 25, registered: 25, recognised: 16 });

test('a content stated as met that its measures fail is refused with the figures that fail it', () => {
  expect(() => checkStated(SHARE, MISSED, MET)).toThrow(
    expect.objectContaining({
      message:
        'Stated MET, but the measures say NOT_MET: recognised 16 of 25 (registered), at least 18 needed. Correct the measures or the verdict.',
      extensions: { code: 'VERDICT_CONTRADICTS_VALUE', stated: 'MET', computed: 'NOT_MET' },
    }),
  );
});

test('a content stated as failed that its measures meet is refused with all its figures', () => {
  const facts = factsOf({ offences: 1_204, fires: 0 }, { before: { offences: 1_210, fires: 0 } });
  expect(() => checkStated(FEWER, facts, NOT_MET)).toThrow(
    'offences 1,204, the year before 1,210, at most 1,210 allowed; fires 0, the year before 0, at most 0 allowed.',
  );
});

test('one measure that rose contradicts "met" even where another is unknown', () => {
  const facts = factsOf({ offences: 6 }, { before: { offences: 5 } });
  expect(() => checkStated(FEWER, facts, MET)).toThrow('offences 6, the year before 5, at most 5 allowed.');
});

test.each([
  ['the same verdict', SHARE, MISSED, NOT_MET],
  ['UNKNOWN where the measures decide', SHARE, MISSED, UNKNOWN],
  ['a verdict where a measure is missing', SHARE, factsOf({ subUnits: 25 }), MET],
  ['a verdict without a comparable year', FEWER, factsOf({ offences: 6, fires: 0 }), MET],
  ['a verdict on a content that is not computed', { kind: 'STATED' }, MISSED, MET],
] as const)('%s is let pass', (_, rule, facts, stated) => {
  expect(() => checkStated(rule, facts, stated)).not.toThrow();
});

test('figures that cannot be are refused whatever is stated', () => {
  const facts = factsOf({ subUnits: 25, registered: 26 });
  for (const stated of [MET, NOT_MET, UNKNOWN]) {
    expect(() => checkStated(SHARE, facts, stated)).toThrow('registered: 26 of 25 (subUnits)');
  }
});
