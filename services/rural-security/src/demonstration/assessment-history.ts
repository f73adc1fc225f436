import { drawWorkingInstant } from '@tieuchi/subgraph-kit';
import { failedItems, incomparableItems, uniformItems } from './assessment-items';
import type { AssessmentRevision, Verdict } from './assessment-revision';
import type { AssessmentTimeline } from './assessment-timeline';

/** A revision while the next one is not known yet. */
type OpenRevision = { -readonly [Field in keyof AssessmentRevision]: AssessmentRevision[Field] };

type Result = Pick<AssessmentRevision, 'verdict' | 'unknownReason' | 'items'>;

/**
 * The revisions of one commune and year, oldest first: submitted, appraised, corrected, confirmed, revoked, as far as it came.
 * @param selfVerdict what the commune had said of itself
 * @param decisionNumber of the confirmation, if there was one
 */
export function historyOf(
  timeline: AssessmentTimeline,
  selfVerdict: Verdict,
  decisionNumber: string | null,
): AssessmentRevision[] {
  const { returnedOn, appraisedOn, correctedOn, confirmedOn, revokedOn } = timeline;
  const history = [submitted(timeline, selfVerdict)];
  if (returnedOn) append(history, returnedOn, { state: 'RETURNED', unknownReason: 'RETURNED' });
  if (appraisedOn) append(history, appraisedOn, { ...firstResult(timeline), state: 'APPRAISED', appraisedOn });
  if (correctedOn) append(history, correctedOn, result(timeline, timeline.outcome === 'MET' ? 'MET' : 'NOT_MET'));
  if (confirmedOn) append(history, confirmedOn, { state: 'RECOGNISED', confirmedOn, decisionNumber });
  if (revokedOn) append(history, revokedOn, { ...result(timeline, 'NOT_MET'), state: 'REVOKED' });
  return history;
}

function submitted({ code, year, submittedOn, late }: AssessmentTimeline, selfVerdict: Verdict): OpenRevision {
  return {
    code,
    year,
    state: 'SUBMITTED',
    verdict: 'UNKNOWN',
    unknownReason: 'AWAITING_APPRAISAL',
    selfVerdict,
    items: uniformItems('UNKNOWN', year),
    submittedOn,
    appraisedOn: null,
    confirmedOn: null,
    late,
    decisionNumber: null,
    recordedFrom: drawWorkingInstant(submittedOn, code),
    recordedTo: null,
  };
}

/** Closes the last revision and adds the next, which differs from it by the change. Days are at least five apart. */
function append(history: OpenRevision[], day: string, change: Partial<AssessmentRevision>): void {
  const before = history.at(-1);
  if (!before) return;
  const recordedFrom = drawWorkingInstant(day, before.code);
  before.recordedTo = recordedFrom;
  history.push(Object.assign({ ...before }, change, { recordedFrom, recordedTo: null }));
}

/** What the appraisal found at first: the opposite of the outcome where that was corrected or revoked later. */
function firstResult(timeline: AssessmentTimeline): Result {
  const { code, year, outcome, correctedOn, revokedOn } = timeline;
  if (outcome === 'ITEM_UNKNOWN') {
    return { verdict: 'UNKNOWN', unknownReason: 'ITEM_UNKNOWN', items: incomparableItems(code, year) };
  }
  const wasReversed = correctedOn !== null || revokedOn !== null;
  return result(timeline, (outcome === 'MET') === wasReversed ? 'NOT_MET' : 'MET');
}

function result({ code, year }: AssessmentTimeline, verdict: 'MET' | 'NOT_MET'): Result {
  const items = verdict === 'MET' ? uniformItems('MET', year) : failedItems(code, year);
  return { verdict, unknownReason: null, items };
}
