import { type Database, insertRows, SYSTEM, Verdict } from '@tieuchi/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { DemonstrationWard } from './demonstration-ward';
import type { MissingCriterion, PilotRegistration } from './pilot-registration';
import { generateRegistrations } from './registration-generator';

/** The map that the quota rules were set on, and the map of the programme's end: a ward must be on both. */
const RULES_MAP = '2022-12-31';
const CLOSING_MAP = '2025-06-30';

interface RegisteredWard extends DemonstrationWard {
  readonly unitId: string;
}

/** Makes the demonstration's pilot registrations, once: all of them or none. The database stamps them SYNTHETIC. */
export async function loadDemonstration(database: Database): Promise<void> {
  await database.write(SYSTEM, async (tx) => {
    // two starts at once must not both make it
    await tx.query("select pg_advisory_xact_lock(hashtext('model-ward demonstration'))");
    const held: object[] = await tx.query('select from pilot_ward limit 1');
    if (held.length === 0) await makeRegistrations(tx, database);
  });
}

async function makeRegistrations(tx: EntityManager, database: Database): Promise<void> {
  const wards = await database.read<RegisteredWard>(
    SYSTEM,
    `select w.unit_id as "unitId", w.code, d.code as "districtCode", p.code as "provinceCode"
     from register_unit_version w
     join register_unit_version later on later.unit_id = w.unit_id and later.valid @> $2::date and later.kind = 'WARD'
     join register_unit_version d on d.unit_id = w.district_id and d.valid @> $1::date
     join register_unit_version p on p.unit_id = w.province_id and p.valid @> $1::date
     where w.level = 'COMMUNE' and w.kind = 'WARD' and w.valid @> $1::date order by w.code`,
    [RULES_MAP, CLOSING_MAP],
  );
  const unitIds = new Map(wards.map(({ code, unitId }) => [code, unitId]));
  const rows = generateRegistrations(wards).flatMap((ward) => revisionsOf(ward, unitIds.get(ward.code) as string));
  await insertRows(
    tx,
    `pilot_ward (ward_id, version, state, year, registered_on, criteria_asked, self_items, appraised_items, self_met,
         appraised_met, self_scored_on, appraised_on, recognised_for_year, decision_number, decided_on, recorded_by,
         recorded_from, recorded_to)`,
    `"wardId", version, state, 2023, "registeredOn", "criteriaAsked", "selfItems", "appraisedItems", "selfMet",
         "appraisedMet", "selfScoredOn", "appraisedOn", "recognisedForYear", "decisionNumber", "decidedOn",
         'demonstration', "recordedFrom", "recordedTo"`,
    {
      columns: `"wardId" text, version integer, state text, "registeredOn" date, "criteriaAsked" integer,
          "selfItems" jsonb, "appraisedItems" jsonb, "selfMet" integer, "appraisedMet" integer, "selfScoredOn" date,
          "appraisedOn" date, "recognisedForYear" integer, "decisionNumber" text, "decidedOn" date,
          "recordedFrom" timestamptz, "recordedTo" timestamptz`,
      rows,
    },
  );
}

/** Where the criteria set has the criterion that can be missing: "Trụ sở"; the number is ours, see the set's note. */
const NUMBER_OF: Readonly<Record<MissingCriterion, number>> = { HEADQUARTERS: 1 };

/** What was known at each step: a score is not there before it was given. */
function revisionsOf({ registeredOn, history, scorecard, recognition }: PilotRegistration, wardId: string) {
  const { criteriaAsked, selfMet, selfMissing, selfScoredOn, appraisedMet, appraisedMissing, appraisedOn } = scorecard;
  const self = { selfMet, selfItems: statementsOf(criteriaAsked, selfMissing), selfScoredOn };
  const appraised = { appraisedMet, appraisedItems: statementsOf(criteriaAsked, appraisedMissing), appraisedOn };
  return history.map(({ state, recordedFrom, recordedTo }, index) => ({
    wardId,
    version: index + 1,
    state,
    registeredOn,
    criteriaAsked,
    selfItems: [],
    appraisedItems: [],
    ...(state !== 'REGISTERED' && self),
    ...(state !== 'REGISTERED' && state !== 'SELF_SCORED' && appraised),
    recognisedForYear: state === 'RECOGNISED' ? (recognition?.year ?? null) : null,
    decisionNumber: state === 'RECOGNISED' ? (recognition?.decisionNumber ?? null) : null,
    decidedOn: state === 'RECOGNISED' ? (recognition?.decidedOn ?? null) : null,
    recordedFrom,
    recordedTo,
  }));
}

/** Met, but for those that are missing; nothing is made up to explain or prove it. */
function statementsOf(asked: number, missing: readonly MissingCriterion[]) {
  const missed = new Set(missing.map((criterion) => NUMBER_OF[criterion]));
  return Array.from({ length: asked }, (_, index) => ({
    number: index + 1,
    verdict: missed.has(index + 1) ? Verdict.NOT_MET : Verdict.MET,
    explanation: null,
    evidence: [],
  }));
}
