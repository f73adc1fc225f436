import { findMissing, placeErrors } from '../step/form-fault';
import { changedDrafts, type Desk, draftsOf, type ItemDraft, inputsOf, mergeDrafts } from './item-draft';

const statement = (verdict: 'MET' | 'NOT_MET' | 'UNKNOWN', explanation: string | null = null) => ({
  verdict,
  reason: null,
  explanation,
  measures: [],
  evidence: [],
});
const desk = (state: Desk['state'], said: readonly (ReturnType<typeof statement> | null)[]) =>
  ({
    state,
    items: said.map((selfAssessed, index) => ({ number: index + 1, text: null, selfAssessed, appraised: null })),
  }) as unknown as Desk;

const [first, second, third] = draftsOf(
  desk('DRAFT', [statement('MET'), null, statement('NOT_MET', 'x')]),
  'selfAssessed',
) as [ItemDraft, ItemDraft, ItemDraft];
const base = [first, second, third];

describe('what is entered of contents', () => {
  it('is sent where it was changed, and nothing else', () => {
    const drafts = [first, { ...second, choice: 'NOT_MET' as const, explanation: ' thiếu biên bản ' }, third];
    expect(inputsOf(changedDrafts(base, drafts))).toEqual([
      { number: 2, verdict: 'NOT_MET', reason: null, measures: [], explanation: 'thiếu biên bản', evidence: [] },
    ]);
    expect(changedDrafts(base, base)).toEqual([]);
  });

  it('leaves the verdict to the figures where there are figures', () => {
    const [input] = inputsOf([{ ...second, choice: 'MET', measures: { cases: '3', before: '' } }]);
    expect(input).toMatchObject({ verdict: null, measures: [{ name: 'cases', count: 3 }] });
  });

  it('of an appraisal begins with what the unit says, which is not sent', () => {
    const drafts = draftsOf(desk('SUBMITTED', [statement('MET'), statement('MET')]), 'appraised');
    expect(drafts.map(({ choice }) => choice)).toEqual(['SELF', 'SELF']);
    expect(inputsOf([drafts[0] as ItemDraft, { ...(drafts[1] as ItemDraft), choice: 'UNKNOWN' }])).toMatchObject([
      { number: 2, verdict: 'UNKNOWN', reason: 'ITEM_UNKNOWN' },
    ]);
  });

  it('keeps what was changed here when somebody else wrote, and takes the rest as the other left it', () => {
    const mine = [{ ...first, explanation: 'của tôi' }, second, third];
    const newer = [{ ...first, explanation: 'của người khác' }, { ...second, choice: 'MET' as const }, third];
    expect(mergeDrafts(base, mine, newer).map(({ explanation, choice }) => [explanation, choice])).toEqual([
      ['của tôi', 'MET'],
      ['', 'MET'],
      ['x', 'NOT_MET'],
    ]);
  });
});

describe('what is missing', () => {
  it('is a word on every content, and a reason for each that is not met or not known', () => {
    const drafts = [{ ...first, choice: 'UNKNOWN' as const }, second, { ...third, explanation: ' ' }];
    expect(findMissing(drafts, 'SUBMIT').map(({ number, field, code }) => [number, field, code])).toEqual([
      [1, 'explanation', 'REASON_REQUIRED'],
      [2, 'verdict', 'STATEMENT_REQUIRED'],
      [3, 'explanation', 'REASON_REQUIRED'],
    ]);
    expect(findMissing(drafts, 'SAVE')).toEqual([]);
  });
});

it('an error of the API stands at the content that it was about, whatever its place among those sent', () => {
  const error = (path: string[]) => ({ code: 'BAD_USER_INPUT', path, message: 'm' });
  const errors = [['items', '1', 'evidence', '0'], ['items'], ['enteredFor'], []].map(error);
  expect(placeErrors(errors, [2, 5]).map(({ number, field }) => [number, field])).toEqual([
    [5, 'evidence'],
    [null, 'items'],
    [null, 'enteredFor'],
    [null, null],
  ]);
});
