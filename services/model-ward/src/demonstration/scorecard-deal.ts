import { sortByDraw } from '@tieuchi/subgraph-kit';

/** How a ward's scorecard came out; COMPLETE is 22 of 22 by both. */
export type ScorecardResult = 'COMPLETE' | 'HEADQUARTERS_MISSING' | 'HEADQUARTERS_OVERLOOKED';

const INCOMPLETE_SHARE = 0.15;
/** Of all scorecards, those of wards that counted the headquarters as met and the appraisal did not. */
const OVERLOOKED_SHARE = 0.08;
/** Of the complete ones. No source says how many of the 172 were recognised. */
const RECOGNISED_SHARE = 0.7;

/**
 * Deals the results so that the shares hold to the ward. Only the headquarters can be missing (as published of Hà Nội and
 * Đà Nẵng in 2022), so every ward that scored itself above the appraisal is among those with 21 of 22.
 */
export function dealScorecards(codes: readonly string[]): Map<string, ScorecardResult> {
  const ordered = sortByDraw(codes, (code) => ['scorecard', code]);
  const overlooked = Math.round(OVERLOOKED_SHARE * codes.length);
  const incomplete = Math.round(INCOMPLETE_SHARE * codes.length);
  return new Map(
    ordered.map((code, place) => {
      if (place < overlooked) return [code, 'HEADQUARTERS_OVERLOOKED'];
      return [code, place < incomplete ? 'HEADQUARTERS_MISSING' : 'COMPLETE'];
    }),
  );
}

/** Which of the wards with a complete scorecard are recognised; the others stay proposed. */
export function pickRecognised(completeCodes: readonly string[]): Set<string> {
  const ordered = sortByDraw(completeCodes, (code) => ['recognised', code]);
  return new Set(ordered.slice(0, Math.round(RECOGNISED_SHARE * completeCodes.length)));
}
