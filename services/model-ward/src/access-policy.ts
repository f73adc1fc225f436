import {
  answeredRequestPolicy,
  Role,
  registerPolicies,
  STAFF,
  servicePolicies,
  type TablePolicy,
  type Writer,
} from '@tieuchi/subgraph-kit';

/** Whoever scores, appraises or recognises a ward; which step is whose, the ward's life says. SYSTEM: a demonstration. */
const STEP_TAKERS: readonly Writer[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, 'SYSTEM'];
const RECORDERS: readonly Writer[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN];

const QUOTA_TABLES = ['quota_rule', 'quota_rule_unit'];

/** Who may do what with each table of the schema `model_ward`. */
export const MODEL_WARD_POLICIES: readonly TablePolicy[] = [
  ...servicePolicies('model_ward'),
  answeredRequestPolicy(),
  ...registerPolicies(),
  {
    table: 'pilot_ward',
    read: 'all',
    write: { INSERT: STEP_TAKERS, CLOSE: STEP_TAKERS },
    unit: 'ward_id',
    auditKey: 'id',
    why: 'Registrations and scores are recorded by those who are answerable for the ward; a new state closes a row. That a ward takes part is everybody’s; what is said of it before its appraisal the queries keep within its part of the country.',
  },
  {
    table: 'ward_evidence',
    read: STAFF,
    write: { INSERT: STEP_TAKERS },
    unit: '(select w.ward_id from model_ward.pilot_ward w where w.id = pilot_ward_id)',
    auditKey: 'pilot_ward_id',
    why: 'What a criterion rests on belongs to its scorecard, and so to its ward.',
  },
  {
    table: 'evidence',
    read: STAFF,
    write: { INSERT: RECORDERS },
    unit: null,
    auditKey: 'sha256',
    why: 'A file is sent before anything cites it, so it belongs to no unit yet.',
  },
  ...QUOTA_TABLES.map((table) => ({
    table,
    read: 'all' as const,
    write: {},
    unit: null,
    auditKey: null,
    why: 'Rules are shipped: each start writes them as they stand in the file.',
  })),
];
