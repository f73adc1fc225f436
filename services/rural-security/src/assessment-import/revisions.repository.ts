import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { Revision } from '../assessment-life/revision';

/** The next revision of a unit, and the row that it closes. */
export interface NextRevision {
  readonly unitId: string;
  readonly currentId: string | null;
  readonly current: Revision | null;
  readonly revision: Revision;
}

const COLUMNS = {
  version: 'integer',
  state: 'text',
  verdict: 'text',
  unknownReason: 'text',
  selfVerdict: 'text',
  itemVerdicts: 'text[]',
  selfItems: 'jsonb',
  appraisedItems: 'jsonb',
  submittedOn: 'date',
  submittedBy: 'text',
  enteredFor: 'text',
  appraisedOn: 'date',
  appraisedBy: 'text',
  confirmedOn: 'date',
  late: 'boolean',
  reason: 'text',
  decisionNumber: 'text',
  decisionId: 'uuid',
} as const satisfies Record<keyof Revision, string>;

const NAMES = Object.keys(COLUMNS) as (keyof Revision)[];
const INTO = NAMES.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join(', ');
/** Of the row that is closed where the step leaves them. */
const SELF_ITEMS = 'coalesce("selfItems", (select h.self_items from assessment h where h.id = "currentId"))';
const FROM = NAMES.map((name) => (name === 'selfItems' ? SELF_ITEMS : `"${name}"`)).join(', ');
const DEFINITIONS = NAMES.map((name) => `"${name}" ${COLUMNS[name]}`).join(', ');

const UNIQUE_VIOLATION = '23505';
const CLOSE =
  'update assessment set recorded_to = recording_instant() where id = any($1::bigint[]) and recorded_to is null';
const INSERT = `
  insert into assessment (unit_id, indicator_id, year, ${INTO})
  select "unitId", $2, $3::int, ${FROM}
  from jsonb_to_recordset($1::jsonb) as r("unitId" text, "currentId" bigint, ${DEFINITIONS})
  returning id, unit_id as "unitId"`;

/**
 * Closes the open rows and adds the next, a statement for each table however many units they are of.
 * @throws SpeakingError STALE_VERSION where somebody else was faster; the transaction is then lost
 */
export async function writeRevisions(
  tx: EntityManager,
  { indicatorId, year }: AssessmentQuestion,
  revisions: readonly NextRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  const currentIds = revisions.flatMap(({ currentId }) => currentId ?? []);
  const sent = JSON.stringify(revisions.map(toRow));
  // one round trip: the server begins the second statement when the first has ended
  const [[, closed], rows] = await Promise.all([
    tx.query(CLOSE, [currentIds]) as Promise<[unknown, number]>,
    tx.query(INSERT, [sent, indicatorId, year]) as Promise<{ id: string; unitId: string }[]>,
  ]).catch((error: unknown) => {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? staleVersion() : error;
  });
  if (closed < currentIds.length) throw staleVersion();
  const idByUnit = new Map(rows.map(({ id, unitId }) => [unitId, id]));
  await linkEvidence(
    tx,
    revisions.flatMap(({ unitId, revision }) => linksOf(idByUnit.get(unitId) as string, revision)),
  );
}

/** What the unit says of itself is most of a row, and an appraisal does not change it. */
function toRow({ unitId, currentId, current, revision }: NextRevision): object {
  const isSelfKept = revision.selfItems === current?.selfItems;
  return { unitId, currentId, ...revision, ...(isSelfKept ? { selfItems: undefined } : {}) };
}

function staleVersion(): SpeakingError {
  return new SpeakingError(
    'STALE_VERSION',
    'Somebody else changed one of these assessments meanwhile; nothing was imported. Send the file again.',
  );
}

/** Each revision names what it rests on, so that a file or paper tells where it is used. */
function linksOf(assessmentId: string, { selfItems, appraisedItems }: Revision): object[] {
  const links = new Map<string, object>();
  for (const { number, evidence } of [...selfItems, ...appraisedItems]) {
    for (const reference of evidence) {
      const key = `${number} ${reference.sha256 ?? reference.documentId ?? reference.url}`;
      links.set(key, { assessmentId, number, place: links.size + 1, ...reference });
    }
  }
  return [...links.values()];
}

async function linkEvidence(tx: EntityManager, links: readonly object[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `insert into item_evidence (assessment_id, item_number, place, sha256, url, document_id, note)
     select "assessmentId", number, place, sha256, url, "documentId", note from jsonb_to_recordset($1::jsonb)
       as r("assessmentId" bigint, number integer, place integer, sha256 text, url text, "documentId" uuid, note text)`,
    [JSON.stringify(links)],
  );
}
