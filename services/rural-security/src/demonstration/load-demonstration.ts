import { type Database, insertRows, SYSTEM } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { generateAssessments } from './assessment-generator';
import type { AssessmentRevision, DemonstrationAssessment } from './assessment-revision';
import { DEMONSTRATION_COUNTED_ON, type DemonstrationCommune } from './demonstration-commune';

const INDICATOR = 'ntm-2021-2025/19.2';
const ROWS_PER_STATEMENT = 10_000;

/** Revisions of one commune and year count from 1. */
interface NumberedRevision extends AssessmentRevision {
  readonly version: number;
}

interface RegisteredCommune extends DemonstrationCommune {
  readonly unitId: string;
}

/**
 * Makes the demonstration's assessments, once: all of them or none. Only a database begun for demonstration takes them;
 * it stamps every row SYNTHETIC itself.
 */
export async function loadDemonstration(database: Database, onProgress?: (message: string) => void): Promise<void> {
  await database.write(SYSTEM, async (tx) => {
    // two starts at once must not both make it
    await tx.query("select pg_advisory_xact_lock(hashtext('rural-security demonstration'))");
    const held: object[] = await tx.query('select from assessment limit 1');
    if (held.length > 0) return;
    onProgress?.('making demonstration data');
    await makeAssessments(tx, database);
  });
}

async function makeAssessments(tx: EntityManager, database: Database): Promise<void> {
  const communes = await database.read<RegisteredCommune>(
    SYSTEM,
    `select c.unit_id as "unitId", c.code, d.code as "districtCode", p.code as "provinceCode"
     from register_unit_version c
     join register_unit_version d on d.unit_id = c.district_id and d.valid @> $1::date
     join register_unit_version p on p.unit_id = c.province_id and p.valid @> $1::date
     where c.level = 'COMMUNE' and c.kind = 'RURAL_COMMUNE' and c.valid @> $1::date order by c.code`,
    [DEMONSTRATION_COUNTED_ON],
  );
  const unitIds = new Map(communes.map(({ code, unitId }) => [code, unitId]));
  for (const revisions of portionsOf(generateAssessments(communes))) await insertRevisions(tx, revisions, unitIds);
}

/** Made while they are inserted: all 112,000 revisions at once would take 100 MB that the process then keeps. */
function* portionsOf(assessments: Iterable<DemonstrationAssessment>): Generator<NumberedRevision[]> {
  let portion: NumberedRevision[] = [];
  for (const { revisions } of assessments) {
    portion.push(...revisions.map((revision, index) => ({ ...revision, version: index + 1 })));
    if (portion.length < ROWS_PER_STATEMENT) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

function insertRevisions(
  tx: EntityManager,
  revisions: readonly NumberedRevision[],
  unitIds: ReadonlyMap<string, string>,
) {
  return insertRows(
    tx,
    `assessment (unit_id, indicator_id, year, version, state, verdict, unknown_reason, self_verdict, item_verdicts, submitted_on,
       appraised_on, confirmed_on, late, decision_number, recorded_by, recorded_from, recorded_to)`,
    `"unitId", '${INDICATOR}', year, version, state, verdict, "unknownReason", "selfVerdict", items, "submittedOn", "appraisedOn",
       "confirmedOn", late, "decisionNumber", 'demonstration', "recordedFrom", "recordedTo"`,
    {
      columns: `"unitId" text, year integer, version integer, state text, verdict text, "unknownReason" text, "selfVerdict" text,
        items text[], "submittedOn" date, "appraisedOn" date, "confirmedOn" date, late boolean, "decisionNumber" text,
        "recordedFrom" timestamptz, "recordedTo" timestamptz`,
      rows: revisions.map(({ code, ...revision }) => ({ unitId: unitIds.get(code), ...revision })),
    },
  );
}
