import { drawInteger, drawUniform } from '@tieuchi/subgraph-kit';
import type { DemonstrationYear } from './demonstration-commune';

const DAY_MS = 86_400_000;

/** Last day of the year's window: 15 November, by analogy with TT 124/2021 Article 8.2. */
export function windowEnd(year: DemonstrationYear): string {
  return `${year}-11-15`;
}

/** The day that submissions lie around: the window's end; 30 June 2025 because the programme was closed on its map. */
function dueDay(year: DemonstrationYear): string {
  return year === 2025 ? '2025-06-30' : windowEnd(year);
}

/** The day `days` after an ISO day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of submission: 80 % within the fortnight before the due day, 14 % up to 15 days after it, 6 % 16 to 45 days. */
export function submissionDay(code: string, year: DemonstrationYear): string {
  const draw = drawUniform('submitted', code, year);
  return addDays(dueDay(year), submissionDelay(draw));
}

function submissionDelay(draw: number): number {
  if (draw < 0.8) return -14 + Math.floor((draw / 0.8) * 15);
  if (draw < 0.94) return 1 + Math.floor(((draw - 0.8) / 0.14) * 15);
  return 16 + Math.floor(((draw - 0.94) / 0.06) * 30);
}

/** Day of the appraisal, or of the return: 5 to 25 days after the submission. */
export function appraisalDay(code: string, year: DemonstrationYear, submittedOn: string): string {
  return addDays(submittedOn, drawInteger(5, 25, 'appraised', code, year));
}

/** Day of the confirmation: 5 to 20 days after the appraisal, or after its correction. */
export function confirmationDay(code: string, year: DemonstrationYear, appraisedOn: string): string {
  return addDays(appraisedOn, drawInteger(5, 20, 'confirmed', code, year));
}

/** Day of a correction or a revocation: 20 to 120 days after what it changes. */
export function amendmentDay(code: string, year: DemonstrationYear, changedDay: string): string {
  return addDays(changedDay, drawInteger(20, 120, 'amended', code, year));
}
