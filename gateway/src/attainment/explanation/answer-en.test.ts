import { countsOf, targetOf } from '../counts.fixture';
import { answerEn } from './answer-en';
import { countEn, dayEn } from './english-numbers';
import { explained } from './explained.fixture';

it('English numbers have commas for the thousands, and days the name of their month', () => {
  expect([countEn(999), countEn(1_000), countEn(10_035), countEn(1_234_567)]).toEqual([
    '999',
    '1,000',
    '10,035',
    '1,234,567',
  ]);
  const months = [...Array(12).keys()].map((month) => dayEn(`2025-${String(month + 1).padStart(2, '0')}-05`));
  expect(months.join(', ')).toBe(
    '5 January 2025, 5 February 2025, 5 March 2025, 5 April 2025, 5 May 2025, 5 June 2025, 5 July 2025, 5 August 2025, 5 September 2025, 5 October 2025, 5 November 2025, 5 December 2025',
  );
});

describe('the answer in English', () => {
  it.each([
    [
      'of a target attained exactly',
      countsOf(120, 1),
      {},
      'In 2025, Tỉnh X has 120 of 121 communes that meet indicator 19.2 (99.17 %), which attains the target of 99 % (at least 120; exactly as many as needed).',
    ],
    [
      'of a target attained with a surplus',
      countsOf(121, 0),
      {},
      'In 2025, Tỉnh X has 121 of 121 communes that meet indicator 19.2 (100 %), which attains the target of 99 % (at least 120; 1 more than needed).',
    ],
    [
      'of a target not attained before the due day',
      countsOf(118, 3),
      {},
      'In 2025, Tỉnh X has 118 of 121 communes that meet indicator 19.2 (97.52 %). The target by the end of 2025 is 99 %, at least 120 communes are needed: 2 are still missing.',
    ],
    [
      'of a missed target',
      countsOf(118, 3),
      { knownOn: '2026-01-01' },
      'In 2025, Tỉnh X has 118 of 121 communes that meet indicator 19.2 (97.52 %). The target of 99 % by the end of 2025 was missed: at least 120 communes are needed, 2 are missing.',
    ],
    [
      'that is certain with unknowns',
      countsOf(110, 10, 1),
      {},
      'In 2025, Tỉnh X has at least 110 of 121 communes that meet indicator 19.2 (at least 90.90 %). The target by the end of 2025 is 99 %, at least 120 communes are needed: from 9 to 10 are still missing. The conclusion holds whether or not the 1 without a result meet it.',
    ],
    [
      'of a target attained with unknowns',
      countsOf(120, 0, 1),
      {},
      'In 2025, Tỉnh X has at least 120 of 121 communes that meet indicator 19.2 (at least 99.17 %), which attains the target of 99 % (at least 120; exactly as many as needed). The conclusion holds whether or not the 1 without a result meet it.',
    ],
    [
      'of the country, undecided',
      countsOf(7_550, 72, 70),
      { place: null },
      'In 2025, the whole country has at least 7,550 of 7,692 communes that meet indicator 19.2 (from 98.15 % to 99.07 %); 70 have no result yet. The target of 99 % needs 7,616: undecided, from 0 to 66 are still missing.',
    ],
    [
      'of a place without data',
      countsOf(0, 0, 1_210),
      {},
      'There is no result of 2025 yet for the 1,210 communes of Tỉnh X.',
    ],
    [
      'of a place without a population',
      countsOf(0, 0),
      { place: null },
      'The whole country has no communes in the population of indicator 19.2 (map of 30 June 2025).',
    ],
  ])('%s', (_what, counts, rest, sentence) => {
    expect(answerEn(explained(counts, rest))).toBe(sentence);
  });

  it('without a target claims none', () => {
    expect(answerEn(explained(countsOf(3, 1), {}, null))).toBe('3 of 4 communes meet it; no target is set for Tỉnh X.');
  });

  it('says what is synthetic, whose target it is and what is self-assessed', () => {
    const counts = countsOf(118, 2, 1, { selfAssessedMet: 1, origin: 'SYNTHETIC' });
    expect(answerEn(explained(counts, {}, targetOf('99', { inherited: true })))).toBe(
      "[SYNTHETIC] In 2025, Tỉnh X has at least 118 of 121 communes that meet indicator 19.2 (at least 97.52 %). The target by the end of 2025 is 99 %, at least 120 communes are needed: from 1 to 2 are still missing. (The country's target; the sources name none of Tỉnh X's own.) The conclusion holds whether or not the 1 without a result meet it. Of those without a result, 1 assess themselves as met and wait for appraisal.",
    );
  });

  it('says that a target was attained before and not kept', () => {
    const lost = explained(countsOf(118, 3), {}, targetOf('99'), { 2024: countsOf(121, 0) });
    expect(answerEn(lost)).toMatch(/: 2 are still missing\. The target was attained in 2024 and not kept\.$/);
  });
});
