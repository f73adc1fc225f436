import { Origin, type RequestContext, SpeakingError } from '@tieuchi/subgraph-kit';
import { COMMUNES_WITHOUT_SYNTHETIC_RESULT, NO_SYNTHETIC_RESULT_REASON } from '../demonstration/demonstration-commune';
import type { Assessment, ItemResult } from './assessment';
import type { AssessmentQuestion, AssessmentRow } from './assessment.repository';
import { AssessmentState, UnknownReason, Verdict } from './assessment-enums';

/**
 * What is shown for a unit: null only outside the population. A unit that sent nothing has a state and a verdict too; who
 * may not see drafts sees no difference between it and one with a draft. A unit that did not exist on the counting day
 * says that its result cannot be restated.
 * @param asked as of which day
 * @throws SpeakingError INDICATOR_NOT_FOUND, YEAR_NOT_FOUND
 */
export function presentAssessment(
  row: AssessmentRow,
  question: AssessmentQuestion,
  { asOf }: RequestContext,
): Assessment | null {
  const countedOn = checkQuestion(row, question);
  if (row.isOnOtherMap) return absent(row, question, countedOn, UnknownReason.NOT_RESTATABLE);
  if (!row.inPopulation) return null;
  if (row.state === null && !row.seesUnpublished) {
    const hidden = absent(row, question, countedOn, UnknownReason.NOT_PUBLISHED);
    return { ...hidden, state: AssessmentState.NOT_PUBLISHED };
  }
  if (row.state === null) {
    const isOpen = row.windowTo !== null && row.windowTo >= (asOf.knownOn ?? asOf.today);
    return absent(row, question, countedOn, isOpen ? UnknownReason.WINDOW_OPEN : UnknownReason.NOT_STARTED);
  }
  return {
    unitId: row.unitId,
    ...question,
    state: row.state,
    verdict: row.verdict,
    unknownReason: row.unknownReason,
    selfAssessedVerdict: row.selfVerdict,
    items: items(row, question),
    submittedOn: row.submittedOn,
    late: row.late,
    daysLate: row.daysLate,
    version: row.version,
    appraisedOn: row.appraisedOn,
    confirmedOn: row.confirmedOn,
    decisionNumber: row.decisionNumber,
    decisionId: row.decisionId,
    reason: row.reason,
    submittedBy: row.submittedBy,
    enteredFor: row.enteredFor,
    appraisedBy: row.appraisedBy,
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
    unitId: row.unitId,
    ...question,
    state: AssessmentState.NOT_STARTED,
    verdict: Verdict.UNKNOWN,
    unknownReason,
    selfAssessedVerdict: null,
    items: items(row, question),
    submittedOn: null,
    late: false,
    daysLate: 0,
    version: 0,
    appraisedOn: null,
    confirmedOn: null,
    decisionNumber: null,
    decisionId: null,
    reason: null,
    submittedBy: null,
    enteredFor: null,
    appraisedBy: null,
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
function items(row: AssessmentRow, { indicatorId, year }: AssessmentQuestion): ItemResult[] {
  const { itemCount, itemVerdicts, selfItems, appraisedItems } = row;
  const of = { indicatorId, year, selfItems, appraisedItems };
  const results: ItemResult[] = [];
  for (let number = 1; number <= itemCount; number += 1) {
    results.push({ number, verdict: itemVerdicts?.[number - 1] ?? Verdict.UNKNOWN, of });
  }
  return results;
}
