import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { IndicatorRepository } from './indicator.repository';

/** @throws SpeakingError INDICATOR_NOT_FOUND or YEAR_NOT_FOUND, with what there is */
export async function checkYear(
  { indicatorId, year }: AssessmentQuestion,
  indicators: IndicatorRepository,
): Promise<void> {
  const yearsByIndicator = await indicators.findYearsByIndicator();
  refuseUnknownYear({ indicatorId, year }, yearsByIndicator);
}

/** The same where it is known what there is. */
export function refuseUnknownYear(
  { indicatorId, year }: AssessmentQuestion,
  yearsByIndicator: Readonly<Record<string, readonly number[]>>,
): void {
  const years = Object.hasOwn(yearsByIndicator, indicatorId) ? yearsByIndicator[indicatorId] : undefined;
  if (!years) {
    const known = Object.keys(yearsByIndicator).join(', ');
    throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId}"; known: ${known}.`);
  }
  if (!years.includes(year)) {
    const known = years.join(', ') || 'none';
    throw new SpeakingError('YEAR_NOT_FOUND', `${indicatorId} is not assessed in ${year}; its years: ${known}.`);
  }
}
