import { type Actor, type AsOf, type Database, endOfDayInVietnam, type Origin } from '@tieuchi/subgraph-kit';
import type { Revision } from '../ward-life/revision';
import type { ModelWardRevision } from './model-ward-revision';

/** A ward's registration as it was known on the day asked. */
export interface PilotWardRow extends Revision {
  readonly wardId: string;
  readonly origin: Origin;
}

/**
 * SQL beside the rows `w`: whether the scores of each are shown, asked once for a row. Before the appraisal what a ward says of itself stays within the part
 * of the country that an actor's role holds for; its registration is everybody's, for quotas count it.
 */
export const SEEN = `cross join lateral (select w.state not in ('REGISTERED', 'UNDER_WAY', 'SELF_SCORED', 'WITHDRAWN')
  or is_within_scope(w.ward_id) as scores offset 0) seen`;

const shown = (column: string) => `case when seen.scores then w.${column} end`;
const shownItems = (column: string) => `case when seen.scores then w.${column} else '[]' end`;

/** `w` is the row, beside it `SEEN`. */
export const WARD_COLUMNS = `w.ward_id as "wardId", w.version, w.state, w.year, w.registered_on as "registeredOn",
  w.criteria_asked as "criteriaAsked", ${shownItems('self_items')} as "selfItems", ${shownItems('appraised_items')} as "appraisedItems",
  ${shown('self_met')} as "selfMet", ${shown('appraised_met')} as "appraisedMet", ${shown('self_printed_met')} as "selfPrintedMet",
  ${shown('appraised_printed_met')} as "appraisedPrintedMet", ${shown('self_scored_on')} as "selfScoredOn",
  ${shown('self_scored_by')} as "selfScoredBy", ${shown('entered_for')} as "enteredFor", ${shown('appraised_on')} as "appraisedOn",
  ${shown('appraised_by')} as "appraisedBy", w.proposed_on as "proposedOn", w.recognised_for_year as "recognisedForYear",
  w.decision_number as "decisionNumber", w.decided_on as "decidedOn", w.issuer, ${shown('reason')} as reason,
  w.earlier_recognitions as "earlierRecognitions", w.origin`;

/**
 * The row of each ward `w` that was open at the end of a day, or is open now where that is null.
 * @param isNow whether it is known to be null: then the index of open rows answers
 */
export function knownOn(parameter: string, isNow = false): string {
  if (isNow) return `w.recorded_to is null and ${parameter}::timestamptz is null`;
  return `case when ${parameter}::timestamptz is null then w.recorded_to is null
    else w.recorded_from < ${parameter} and (w.recorded_to is null or w.recorded_to >= ${parameter}) end`;
}

export function knownBefore({ knownOn: day }: AsOf): string | null {
  return day === null ? null : endOfDayInVietnam(day);
}

export class PilotWardRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** @param asOf null: as it stands now, whatever day the request asks for */
  findByWardIds(ids: readonly string[], asOf: AsOf | null): Promise<PilotWardRow[]> {
    return this.database.read(
      this.actor,
      `select ${WARD_COLUMNS} from pilot_ward w ${SEEN} where w.ward_id = any($1) and ${knownOn('$2')}`,
      [ids, asOf && knownBefore(asOf)],
    );
  }

  /** All revisions, oldest first, as far as they were known on the day asked. */
  findHistoryByWardIds(ids: readonly string[], asOf: AsOf): Promise<ModelWardRevision[]> {
    return this.database.read(
      this.actor,
      `select w.ward_id as "wardId", w.version, w.state, w.year, ${shown('self_met')} as "selfMet",
         ${shown('self_printed_met')} as "selfPrintedMet", ${shown('appraised_met')} as "appraisedMet",
         ${shown('appraised_printed_met')} as "appraisedPrintedMet", w.recognised_for_year as "recognisedForYear",
         w.decision_number as "decisionNumber", w.decided_on as "decidedOn", ${shown('reason')} as reason,
         w.recorded_from as "recordedFrom",
         case when $2::timestamptz is null or w.recorded_to < $2 then w.recorded_to end as "recordedTo",
         w.recorded_by as "recordedBy", ${shown('entered_for')} as "enteredFor"
       from pilot_ward w ${SEEN}
       where w.ward_id = any($1) and ($2::timestamptz is null or w.recorded_from < $2)
       order by w.ward_id, w.recorded_from`,
      [ids, knownBefore(asOf)],
    );
  }
}
