import type { Day } from '@tieuchi/subgraph-kit';

/**
 * The window of an assessment year: 16 November of the year before to 15 November (TT 124/2021, Art. 8.2, for communes).
 * For indicator 19.2 it is an inference: HD 04/HD-BCA-V05 says "at the time of the request".
 */
export function assessmentWindow(year: number): { windowFrom: Day; windowTo: Day; windowStatus: string } {
  return { windowFrom: `${year - 1}-11-16`, windowTo: `${year}-11-15`, windowStatus: 'INFERENCE' };
}

/** The day whose map a year's tallies count. A year after the programme's closing map counts on the closing map. */
export function countingDay(
  year: number,
  closingMap: Day | null,
  countedOnInstead: Day | null,
): { countedOn: Day; countedOnBasis: string } {
  if (countedOnInstead !== null) {
    return { countedOn: countedOnInstead, countedOnBasis: 'chuỗi mô phỏng tính trên 7.692 xã của địa giới 30/6/2025' };
  }
  const endOfWindow = `${year}-11-15`;
  return closingMap !== null && closingMap < endOfWindow
    ? { countedOn: closingMap, countedOnBasis: 'the programme was closed on this map' }
    : { countedOn: endOfWindow, countedOnBasis: 'the last day of the assessment window' };
}
