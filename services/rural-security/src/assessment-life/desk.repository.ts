import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { Verdict } from '../assessment/assessment-enums';
import type { IndicatorRule } from '../judging/rule';
import type { Desk } from './desk';
import type { ItemStatement, Revision } from './revision';

/** The question as it was found; what it is wrong about stands in what is null. */
export interface DeskRow extends Omit<Desk, 'indicatorId' | 'year' | 'current' | 'unitId' | 'rule'> {
  readonly yearsByIndicator: Readonly<Record<string, readonly number[]>> | null;
  readonly rule: IndicatorRule | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly isInPopulation: boolean;
  /** Whether the unit lies in the part of the country that the actor's role holds for. */
  readonly isInScope: boolean;
  readonly current: CurrentRow | null;
}

export interface CurrentRow extends Revision {
  readonly id: string;
}

/** The year asked with its set; the unit that had the code on the map that the year counts. */
const DESK = `
  with asked_year as (
    select y.*, s.rule from assessment_year y
    left join criteria_set s on s.indicator_id = y.indicator_id and s.version = y.criteria_version
    where y.indicator_id = $1 and y.year = $2
  ),
  unit as (
    select v.unit_id, v.name, v.kind from asked_year y
    join register_unit_version v on v.code = $3 and v.valid @> y.counted_on
      and v.level in (select p.level from population p where p.indicator_id = y.indicator_id)
  ),
  held as (select a.* from assessment a join unit u on u.unit_id = a.unit_id where a.indicator_id = $1 and a.year = $2),
  year_before as (select * from assessment_year where indicator_id = $1 and year = $2 - 1)
  select
    case when not exists (select from asked_year) then
      (select json_object_agg(i.id, coalesce((select json_agg(k.year order by k.year) from assessment_year k
         where k.indicator_id = i.id), '[]')) from indicator i) end as "yearsByIndicator",
    (select rule from asked_year) as rule,
    (select counted_on from asked_year) as "countedOn",
    (select window_from from asked_year) as "windowFrom",
    (select coalesce(submit_by, window_to) from asked_year) as "submitBy",
    (select coalesce(json_agg(json_build_object('number', c.number, 'rule', c.rule, 'evidencePolicy', c.evidence_policy)
       order by c.number), '[]') from criteria_item c join asked_year y on c.indicator_id = y.indicator_id
       and c.criteria_version = y.criteria_version) as items,
    (select unit_id from unit) as "unitId",
    is_within_scope((select unit_id from unit)) as "isInScope",
    (select name from unit) as "unitName",
    exists (select from unit u join population p on p.indicator_id = $1 and u.kind = any(p.kinds)) as "isInPopulation",
    (select coalesce(array_agg(distinct recorded_by), '{}') from held where state in ('DRAFT', 'SUBMITTED')) as authors,
    (select json_build_object('id', h.id::text, 'version', h.version, 'state', h.state, 'verdict', h.verdict,
       'unknownReason', h.unknown_reason, 'selfVerdict', h.self_verdict, 'itemVerdicts', h.item_verdicts,
       'selfItems', h.self_items, 'appraisedItems', h.appraised_items, 'submittedOn', h.submitted_on,
       'submittedBy', h.submitted_by, 'enteredFor', h.entered_for, 'appraisedOn', h.appraised_on,
       'appraisedBy', h.appraised_by, 'confirmedOn', h.confirmed_on, 'late', h.late, 'reason', h.reason,
       'decisionNumber', h.decision_number, 'decisionId', h.decision_id)
     from held h where h.recorded_to is null) as current,
    ${measuresOf('$2 - 1')} as before,
    ${measuresOf(`(select (c.rule ->> 'baseYear')::int from criteria_item c join asked_year y using (indicator_id, criteria_version)
      where c.rule ? 'baseYear' limit 1)`)} as base,
    exists (select from year_before b join unit u on true
      join register_unit_version v on v.unit_id = u.unit_id and v.valid @> b.counted_on)
      and not exists (select from asked_year y, year_before b, unit u, register_link l
        where l.effective_on > b.counted_on and l.effective_on <= y.counted_on
          and u.unit_id in (l.predecessor_id, l.successor_id) and l.predecessor_id <> l.successor_id) as "isComparable"`;

/** Appraised measures of all contents of another year, of the same unit; null where there are none. */
function measuresOf(year: string): string {
  return `(select jsonb_object_agg(m.key, m.value) from assessment a
     join unit u on u.unit_id = a.unit_id
     cross join lateral jsonb_array_elements(a.appraised_items) item
     cross join lateral jsonb_each(case jsonb_typeof(item -> 'measures') when 'object' then item -> 'measures' else '{}' end) m
     where a.indicator_id = $1 and a.year = ${year} and a.recorded_to is null)`;
}

/** One statement, whatever the step. */
export async function findDesk(
  tx: EntityManager,
  { indicatorId, year }: AssessmentQuestion,
  unitCode: string,
): Promise<DeskRow> {
  const [row]: DeskRow[] = await tx.query(DESK, [indicatorId, year, unitCode]);
  return row!;
}

/** What was appraised before contents were kept one by one has their verdicts alone. */
export function currentRevision({ current }: Pick<DeskRow, 'current'>): Revision | null {
  if (!current || current.appraisedItems.length > 0) return current;
  const appraisedItems = current.itemVerdicts.flatMap((verdict, index) => statementFrom(verdict, index + 1));
  return { ...current, appraisedItems };
}

function statementFrom(verdict: Verdict, number: number): ItemStatement[] {
  return verdict === 'UNKNOWN'
    ? []
    : [{ number, verdict, reason: null, measures: null, explanation: null, evidence: [] }];
}

/**
 * Closes the open row and adds the next.
 * @returns false where somebody else was faster, and nothing was written
 */
export async function writeRevision(
  tx: EntityManager,
  desk: {
    readonly unitId: string;
    readonly indicatorId: string;
    readonly year: number;
    readonly currentId: string | null;
  },
  revision: Revision,
): Promise<boolean> {
  if (desk.currentId !== null) {
    const [, closed]: [unknown, number] = await tx.query(
      'update assessment set recorded_to = recording_instant() where id = $1 and recorded_to is null',
      [desk.currentId],
    );
    if (closed === 0) return false;
  }
  const rows: { id: string }[] = await tx.query(
    `insert into assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason, self_verdict,
       item_verdicts, self_items, appraised_items, submitted_on, submitted_by, entered_for, appraised_on, appraised_by,
       confirmed_on, late, reason, decision_number, decision_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     on conflict do nothing returning id`,
    [desk.unitId, desk.indicatorId, desk.year, ...columnsOf(revision)],
  );
  if (rows[0]) await linkEvidence(tx, rows[0].id, revision);
  return rows.length > 0;
}

function columnsOf(revision: Revision): unknown[] {
  const { selfItems, appraisedItems } = revision;
  return [
    revision.version,
    revision.state,
    revision.verdict,
    revision.unknownReason,
    revision.selfVerdict,
    revision.itemVerdicts,
    JSON.stringify(selfItems),
    JSON.stringify(appraisedItems),
    revision.submittedOn,
    revision.submittedBy,
    revision.enteredFor,
    revision.appraisedOn,
    revision.appraisedBy,
    revision.confirmedOn,
    revision.late,
    revision.reason,
    revision.decisionNumber,
    revision.decisionId,
  ];
}

/** Each revision names what it rests on, so that a file or paper tells where it is used. */
async function linkEvidence(tx: EntityManager, assessmentId: string, { selfItems, appraisedItems }: Revision) {
  const links = new Map<string, object>();
  for (const { number, evidence } of [...selfItems, ...appraisedItems]) {
    for (const { sha256, url, documentId, note } of evidence) {
      const key = `${number} ${sha256 ?? documentId ?? url}`;
      links.set(key, { number, place: links.size + 1, sha256, url, documentId, note });
    }
  }
  if (links.size === 0) return;
  await tx.query(
    `insert into item_evidence (assessment_id, item_number, place, sha256, url, document_id, note)
     select $1, number, place, sha256, url, "documentId", note from jsonb_to_recordset($2::jsonb)
       as r(number integer, place integer, sha256 text, url text, "documentId" uuid, note text)`,
    [assessmentId, JSON.stringify([...links.values()])],
  );
}

/** References that nothing answers to. */
export async function findMissingEvidence(
  tx: EntityManager,
  { selfItems, appraisedItems, decisionId }: Revision,
): Promise<{ readonly hashes: string[]; readonly documentIds: string[] }> {
  const references = [...selfItems, ...appraisedItems].flatMap(({ evidence }) => evidence);
  const [row]: { hashes: string[]; documentIds: string[] }[] = await tx.query(
    `select array(select h from unnest($1::text[]) h where not exists (select from evidence e where e.sha256 = h)) as hashes,
       array(select d from unnest($2::text[]) d
         where not exists (select from document k where k.id::text = d and k.recorded_to is null)) as "documentIds"`,
    [
      references.flatMap(({ sha256 }) => sha256 ?? []),
      [...references.flatMap(({ documentId }) => documentId ?? []), ...(decisionId ? [decisionId] : [])],
    ],
  );
  return row!;
}
