import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { AssessmentQuestion } from '../assessment/assessment.repository';
import type { ItemStatement, Revision } from '../assessment-life/revision';

/** The next revision of a unit, and the row that it closes. */
export interface NextRevision {
  readonly unitId: string;
  readonly currentId: string | null;
  readonly current: Revision | null;
  readonly revision: Revision;
}

/** Columns of one value a row: PostgreSQL takes an array of each in a fifth of the time that it takes rows of JSON in. */
const VALUES = {
  version: 'integer',
  state: 'text',
  verdict: 'text',
  unknownReason: 'text',
  selfVerdict: 'text',
  itemVerdicts: 'text',
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
} as const satisfies Partial<Record<keyof Revision, string>>;

const NAMES = Object.keys(VALUES) as (keyof typeof VALUES)[];
const INTO = NAMES.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join(', ');
const FROM = NAMES.map((name) => (name === 'itemVerdicts' ? '"itemVerdicts"::text[]' : `"${name}"`)).join(', ');
const ARRAYS = NAMES.map((name, index) => `$${index + 7}::${VALUES[name]}[]`).join(', ');

const UNIQUE_VIOLATION = '23505';
const CLOSE =
  'update assessment set recorded_to = recording_instant() where id = any($1::bigint[]) and recorded_to is null';
/** What the unit says of itself is most of a row: where a step leaves it, it is that of the row that is closed. */
const INSERT = `
  insert into assessment (indicator_id, year, unit_id, self_items, appraised_items, ${INTO})
  select $1, $2::int, "unitId",
    coalesce(nullif("selfItems", 'null'), (select h.self_items from assessment h where h.id = "currentId")),
    "appraisedItems", ${FROM}
  from rows from (jsonb_array_elements($3::jsonb), jsonb_array_elements($4::jsonb),
      unnest($5::text[], $6::bigint[], ${ARRAYS}))
    as r("selfItems", "appraisedItems", "unitId", "currentId", ${NAMES.map((name) => `"${name}"`).join(', ')})
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
  // one round trip: the server begins the second statement when the first has ended
  const [[, closed], rows] = await Promise.all([
    tx.query(CLOSE, [currentIds]) as Promise<[unknown, number]>,
    tx.query(INSERT, [indicatorId, year, ...columnsOf(revisions)]) as Promise<{ id: string; unitId: string }[]>,
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

function columnsOf(revisions: readonly NextRevision[]): unknown[] {
  const selfItems = revisions.map(({ current, revision }) =>
    revision.selfItems === current?.selfItems ? null : revision.selfItems,
  );
  return [
    JSON.stringify(selfItems),
    JSON.stringify(revisions.map(({ revision }) => revision.appraisedItems)),
    revisions.map(({ unitId }) => unitId),
    revisions.map(({ currentId }) => currentId),
    ...NAMES.map((name) => revisions.map(({ revision }) => sentValue(revision, name))),
  ];
}

/** Lists of a list would become one list: each is sent as PostgreSQL writes it. */
function sentValue(revision: Revision, name: keyof typeof VALUES): unknown {
  return name === 'itemVerdicts' ? `{${revision.itemVerdicts.join(',')}}` : revision[name];
}

function staleVersion(): SpeakingError {
  return new SpeakingError(
    'STALE_VERSION',
    'Somebody else changed one of these assessments meanwhile; nothing was imported. Send the file again.',
  );
}

/** Each revision names what it rests on, so that a file or paper tells where it is used. */
function linksOf(assessmentId: string, { selfItems, appraisedItems }: Revision): object[] {
  if (!selfItems.some(hasEvidence) && !appraisedItems.some(hasEvidence)) return [];
  const links = new Map<string, object>();
  for (const { number, evidence } of [...selfItems, ...appraisedItems]) {
    for (const reference of evidence) {
      const key = `${number} ${reference.sha256 ?? reference.documentId ?? reference.url}`;
      links.set(key, { assessmentId, number, place: links.size + 1, ...reference });
    }
  }
  return [...links.values()];
}

function hasEvidence({ evidence }: ItemStatement): boolean {
  return evidence.length > 0;
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
