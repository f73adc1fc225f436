import { Origin, SpeakingError } from '@tieuchi/subgraph-kit';
import { COMMUNES_WITHOUT_SYNTHETIC_RESULT, NO_SYNTHETIC_RESULT_REASON } from '../demonstration/demonstration-commune';
import { type Assessment, AssessmentState, UnknownReason, Verdict } from './assessment';
import type { AssessmentQuestion, AssessmentRow } from './assessment.repository';

/**
 * What is shown for a unit: null only outside the population. A unit that sent nothing has a state and a verdict too, and
 * a unit that did not exist on the counting day says that its result cannot be restated.
 * @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND
 */
export function presentAssessment(row: AssessmentRow, question: AssessmentQuestion): Assessment | null {
  const countedOn = checkQuestion(row, question);
  if (row.isOnOtherMap) return absent(row, question, countedOn, UnknownReason.NOT_RESTATABLE);
  if (!row.inPopulation) return null;
  if (row.state === null) return absent(row, question, countedOn, UnknownReason.NOT_STARTED);
  return {
    ...question,
    unitId: row.unitId,
    state: row.state,
    verdict: row.verdict,
    unknownReason: row.unknownReason,
    selfAssessedVerdict: row.selfVerdict,
    items: items(row, row.itemVerdicts),
    submittedOn: row.submittedOn,
    late: row.late,
    note: null,
    countedOn,
    origin: row.origin,
  };
}

function checkQuestion(row: AssessmentRow, { indicatorId, year }: AssessmentQuestion): string {
  if (row.countedOn !== null) return row.countedOn;
  if (row.knownIndicators?.includes(indicatorId)) {
    const known = row.knownYears?.join(', ') ?? 'none';
    throw new SpeakingError('YEAR_NOT_FOUND', `${indicatorId} is not assessed in ${year}; its years: ${known}.`);
  }
  const known = row.knownIndicators?.join(', ') ?? 'none';
  throw new SpeakingError('INDICATOR_NOT_FOUND', `No indicator "${indicatorId}"; known: ${known}.`);
}

function absent(
  row: AssessmentRow,
  question: AssessmentQuestion,
  countedOn: string,
  unknownReason: UnknownReason,
): Assessment {
  return {
    ...question,
    unitId: row.unitId,
    state: AssessmentState.NOT_STARTED,
    verdict: Verdict.UNKNOWN,
    unknownReason,
    selfAssessedVerdict: null,
    items: items(row, []),
    submittedOn: null,
    late: false,
    note: noteOn(row),
    countedOn,
    origin: row.isDemonstration ? Origin.SYNTHETIC : Origin.RECORDED,
  };
}

/** A demonstration says where it makes nothing up on purpose. */
function noteOn({ isDemonstration, code }: AssessmentRow): string | null {
  return isDemonstration && code !== null && COMMUNES_WITHOUT_SYNTHETIC_RESULT.has(code)
    ? NO_SYNTHETIC_RESULT_REASON
    : null;
}

/** Every content of the set has a line; one without a result is UNKNOWN. */
function items({ itemCount }: AssessmentRow, verdicts: readonly Verdict[]) {
  return Array.from({ length: itemCount }, (_, index) => ({
    number: index + 1,
    verdict: verdicts[index] ?? Verdict.UNKNOWN,
  }));
}
