import { Origin, type RequestContext, SpeakingError } from '@tieuchi/subgraph-kit';
import type { ItemStatement } from '../assessment-life/revision';
import { COMMUNES_WITHOUT_SYNTHETIC_RESULT, NO_SYNTHETIC_RESULT_REASON } from '../demonstration/demonstration-commune';
import type { Assessment, ItemResult, Statement } from './assessment';
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
    ...question,
    unitId: row.unitId,
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
    ...question,
    unitId: row.unitId,
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
function items(row: AssessmentRow, question: AssessmentQuestion): ItemResult[] {
  return Array.from({ length: row.itemCount }, (_, index) => ({
    ...question,
    number: index + 1,
    verdict: row.itemVerdicts?.[index] ?? Verdict.UNKNOWN,
    selfAssessed: statementOf(row.selfItems, index + 1),
    appraised: statementOf(row.appraisedItems, index + 1),
  }));
}

function statementOf(statements: readonly ItemStatement[] | null, number: number): Statement | null {
  const found = statements?.find((statement) => statement.number === number);
  if (!found) return null;
  const measures = Object.entries(found.measures ?? {}).map(([name, count]) => ({ name, count }));
  return { ...found, measures };
}
