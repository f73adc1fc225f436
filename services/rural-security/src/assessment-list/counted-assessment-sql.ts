import { seesUnpublished } from '@tieuchi/subgraph-kit';

/**
 * What was recorded of a unit in a year: open at the end of the day `$5` as of which it was known, or now where that is
 * null. `offset 0` keeps it one look-up by index for each unit: tables that were just filled have no statistics, and
 * without them two lists of all communes are joined by comparing each with each.
 */
export function recordedOf(unitId: string, year: string): string {
  return `select a.* from assessment a where a.unit_id = ${unitId} and a.indicator_id = $2 and a.year = ${year}
      and case when $5::timestamptz is null then a.recorded_to is null
          else a.recorded_from < $5 and (a.recorded_to is null or a.recorded_to >= $5) end offset 0`;
}

/**
 * `asked_year` and `counted`: a row for every unit of the default population of the indicator `$2` in the year `$3` that
 * lies within the unit `$1` on the map `$4`, also where nothing is recorded. `$6` is the day asked: on it a window is
 * open or over. The words for units without a row are those of `presentAssessment`.
 */
export const COUNTED_ASSESSMENTS = `
  asked_year as materialized (
    select y.indicator_id, y.year, y.counted_on, y.window_from, y.window_to, y.criteria_version,
      coalesce(y.submit_by, y.window_to) as submit_by,
      (select count(*)::int from criteria_item c
       where c.indicator_id = y.indicator_id and c.criteria_version = y.criteria_version) as item_count
    from assessment_year y where y.indicator_id = $2 and y.year = $3
  ),
  counted as materialized (
    select u.unit_id, u.code, u.kind, a.id as assessment_id, a.version, a.item_verdicts, a.submitted_on, a.reason,
      coalesce(a.state, case when ${seesUnpublished('u.unit_id')} then 'NOT_STARTED' else 'NOT_PUBLISHED' end) as state, coalesce(a.verdict, 'UNKNOWN') as verdict,
      case when a.state is not null then a.unknown_reason
        when not ${seesUnpublished('u.unit_id')} then 'NOT_PUBLISHED'
        when y.window_to >= $6::date then 'WINDOW_OPEN' else 'NOT_STARTED' end as unknown_reason,
      coalesce(a.late, false) as late, case when a.late then a.submitted_on - y.submit_by else 0 end as days_late,
      case when a.state in ('APPRAISED', 'RECOGNISED', 'REVOKED') and cardinality(a.item_verdicts) > 0
        then cardinality(array_positions(a.item_verdicts, 'NOT_MET')) end as missing_items
    from asked_year y
    cross join counted_units($1, $2, $3, $4::date) u
    left join lateral (${recordedOf('u.unit_id', '$3')}) a on true
  )`;
