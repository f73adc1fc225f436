import type { Day } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { YearOfCriteria } from '../criteria/criteria-sets';
import type { WardLife } from './desk';
import type { CriterionStatement, Revision } from './revision';

/** The question as it was found; what it is wrong about stands in what is null. */
export interface DeskRow {
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly isWard: boolean;
  /** On which days the unit is a ward; null where it never was. */
  readonly wardLife: WardLife | null;
  /** Whether the ward lies in the part of the country that the actor's role holds for. */
  readonly isInScope: boolean;
  /** Another unit of that code: on which days it holds; null without one. */
  readonly otherName: string | null;
  readonly otherFrom: Day | null;
  readonly otherTo: Day | null;
  readonly current: CurrentRow | null;
  readonly endedOn: Day | null;
  readonly authors: readonly string[];
}

interface CurrentRow extends Revision {
  readonly id: string;
}

/** $1: code, $2: the day on whose map it is read. */
const DESK = `
  with unit as (
    select v.unit_id, v.name, v.kind from register_unit_version v
    where v.code = $1 and v.level = 'COMMUNE' and v.valid @> $2::date
  ),
  other as (
    select v.name, lower(v.valid) as from_day, upper(v.valid) - 1 as to_day from register_unit_version v
    where v.code = $1 and v.level = 'COMMUNE' and not v.valid @> $2::date
    order by lower(v.valid) desc nulls last limit 1
  ),
  life as (
    select range_merge(range_agg(v.valid)) as days from register_unit_version v
    where v.unit_id = (select unit_id from unit) and v.kind = 'WARD'
  ),
  held as (select w.* from pilot_ward w join unit u on u.unit_id = w.ward_id),
  current as (select * from held where recorded_to is null)
  select (select unit_id from unit) as "unitId", (select name from unit) as "unitName",
    coalesce((select kind = 'WARD' from unit), false) as "isWard",
    (select json_build_object('from', lower(l.days), 'to', upper(l.days) - 1) from life l) as "wardLife",
    coalesce(is_within_scope((select unit_id from unit)), false) as "isInScope",
    (select name from other) as "otherName", (select from_day from other) as "otherFrom",
    (select to_day from other) as "otherTo",
    (select coalesce(array_agg(distinct h.recorded_by), '{}') from held h
     where h.state = 'SELF_SCORED' and h.year is not distinct from (select year from current)) as authors,
    (select case c.state when 'REVOKED' then c.decided_on
       when 'WITHDRAWN' then (c.recorded_from at time zone 'Asia/Ho_Chi_Minh')::date end from current c) as "endedOn",
    (select json_build_object('id', c.id::text, 'version', c.version, 'state', c.state, 'year', c.year,
       'registeredOn', c.registered_on, 'criteriaAsked', c.criteria_asked, 'selfItems', c.self_items,
       'appraisedItems', c.appraised_items, 'selfMet', c.self_met, 'appraisedMet', c.appraised_met,
       'selfPrintedMet', c.self_printed_met, 'appraisedPrintedMet', c.appraised_printed_met,
       'selfScoredOn', c.self_scored_on, 'selfScoredBy', c.self_scored_by, 'enteredFor', c.entered_for,
       'appraisedOn', c.appraised_on, 'appraisedBy', c.appraised_by, 'proposedOn', c.proposed_on,
       'recognisedForYear', c.recognised_for_year, 'decisionNumber', c.decision_number, 'decidedOn', c.decided_on,
       'issuer', c.issuer, 'reason', c.reason, 'earlierRecognitions', c.earlier_recognitions) from current c) as current`;

/** One statement, whatever the step. */
export async function findDesk(tx: EntityManager, unitCode: string, { countedOn }: YearOfCriteria): Promise<DeskRow> {
  const [row]: DeskRow[] = await tx.query(DESK, [unitCode, countedOn]);
  return row!;
}

const COLUMNS = `ward_id, version, state, year, registered_on, criteria_asked, self_items, appraised_items, self_met,
  appraised_met, self_printed_met, appraised_printed_met, self_scored_on, self_scored_by, entered_for, appraised_on,
  appraised_by, proposed_on, recognised_for_year, decision_number, decided_on, issuer, reason, earlier_recognitions`;

/**
 * Closes the open row and adds the next.
 * @returns false where somebody else was faster, and nothing was written
 */
export async function writeRevision(
  tx: EntityManager,
  { unitId, currentId }: { readonly unitId: string; readonly currentId: string | null },
  revision: Revision,
): Promise<boolean> {
  if (currentId !== null) {
    const [, closed]: [unknown, number] = await tx.query(
      'update pilot_ward set recorded_to = recording_instant() where id = $1 and recorded_to is null',
      [currentId],
    );
    if (closed === 0) return false;
  }
  const values = [unitId, ...columnsOf(revision)];
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  const rows: { id: string }[] = await tx.query(
    `insert into pilot_ward (${COLUMNS}) values (${places}) on conflict do nothing returning id`,
    values,
  );
  if (rows[0]) await linkEvidence(tx, rows[0].id, revision);
  return rows.length > 0;
}

/** In the order of COLUMNS. */
function columnsOf(revision: Revision): unknown[] {
  return [
    revision.version,
    revision.state,
    revision.year,
    revision.registeredOn,
    revision.criteriaAsked,
    JSON.stringify(revision.selfItems),
    JSON.stringify(revision.appraisedItems),
    revision.selfMet,
    revision.appraisedMet,
    revision.selfPrintedMet,
    revision.appraisedPrintedMet,
    revision.selfScoredOn,
    revision.selfScoredBy,
    revision.enteredFor,
    revision.appraisedOn,
    revision.appraisedBy,
    revision.proposedOn,
    revision.recognisedForYear,
    revision.decisionNumber,
    revision.decidedOn,
    revision.issuer,
    revision.reason,
    JSON.stringify(revision.earlierRecognitions),
  ];
}

/** Each revision names what it rests on, so that a file tells where it is used. */
async function linkEvidence(tx: EntityManager, rowId: string, { selfItems, appraisedItems }: Revision): Promise<void> {
  const links = new Map<string, object>();
  for (const { number, evidence } of [...selfItems, ...appraisedItems]) {
    for (const { sha256, url, note } of evidence) {
      links.set(`${number} ${sha256 ?? url}`, { number, place: links.size + 1, sha256, url, note });
    }
  }
  if (links.size === 0) return;
  await tx.query(
    `insert into ward_evidence (pilot_ward_id, criterion_number, place, sha256, url, note)
     select $1, number, place, sha256, url, note from jsonb_to_recordset($2::jsonb)
       as r(number integer, place integer, sha256 text, url text, note text)`,
    [rowId, JSON.stringify([...links.values()])],
  );
}

/** Hashes of statements that no file has. */
export async function findMissingFiles(
  tx: EntityManager,
  statements: readonly CriterionStatement[],
): Promise<readonly string[]> {
  const hashes = statements.flatMap(({ evidence }) => evidence.flatMap(({ sha256 }) => sha256 ?? []));
  if (hashes.length === 0) return [];
  const rows: { hash: string }[] = await tx.query(
    'select h as hash from unnest($1::text[]) h where not exists (select from evidence e where e.sha256 = h)',
    [hashes],
  );
  return rows.map(({ hash }) => hash);
}
