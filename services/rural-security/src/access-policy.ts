import {
  answeredRequestPolicy,
  Role,
  registerPolicies,
  STAFF,
  servicePolicies,
  type TablePolicy,
  type Writer,
} from '@tieuchi/subgraph-kit';

/** Whoever enters, appraises or confirms a result; which step is whose, the assessment's life says. SYSTEM: a demonstration. */
const STEP_TAKERS: readonly Writer[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, 'SYSTEM'];
const RECORDERS: readonly Writer[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN];
export const CASE_REPORTERS: readonly Role[] = [Role.APPRAISER, Role.MINISTRY, Role.ADMIN];
export const DOCUMENT_RECORDERS: readonly Role[] = [
  Role.COMMUNE_OFFICER,
  Role.APPRAISER,
  Role.RECOGNISER,
  Role.MINISTRY,
  Role.ADMIN,
];
const IMPORTERS: readonly Writer[] = [Role.MINISTRY, Role.ADMIN];
const STATEMENT_WRITERS: readonly Writer[] = [Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY];
const COUNTING = 'rural_security_counting';

const RECORDED: readonly TablePolicy[] = [
  {
    table: 'assessment',
    read: { where: "state in ('APPRAISED', 'RECOGNISED', 'REVOKED')" },
    write: { INSERT: STEP_TAKERS, CLOSE: STEP_TAKERS },
    unit: 'unit_id',
    functionRoles: { [COUNTING]: 'READ' },
    auditKey: 'id',
    why: 'Results are recorded by those who are answerable for the unit; a correction closes a row and adds one. What was not appraised is nobody else’s.',
  },
  {
    table: 'item_evidence',
    read: STAFF,
    write: { INSERT: STEP_TAKERS },
    unit: '(select a.unit_id from rural_security.assessment a where a.id = assessment_id)',
    auditKey: 'assessment_id',
    why: 'What a content rests on belongs to its assessment, and so to its unit.',
  },
  {
    table: 'document',
    read: 'all',
    write: { INSERT: RECORDERS, CLOSE: RECORDERS },
    unit: null,
    auditKey: 'id::text',
    why: 'Papers are cited for units of many places.',
  },
  {
    table: 'evidence',
    read: STAFF,
    write: { INSERT: RECORDERS },
    unit: null,
    auditKey: 'sha256',
    why: 'A file is sent before anything cites it, so it belongs to no unit yet.',
  },
  {
    table: 'case_count',
    read: STAFF,
    write: { INSERT: CASE_REPORTERS, CLOSE: CASE_REPORTERS },
    unit: 'unit_id',
    auditKey: 'id',
    why: 'Numbers of cases are entered by those who are answerable for the locality.',
  },
  {
    table: 'reported_tally',
    read: 'all',
    write: { INSERT: IMPORTERS, CLOSE: IMPORTERS },
    unit: null,
    auditKey: 'id::text',
    why: 'What was printed or sent up is entered by importing files; a correction closes a row and adds one.',
  },
  {
    table: 'reported_indicator',
    read: 'all',
    write: { INSERT: IMPORTERS },
    unit: null,
    auditKey: 'id',
    why: 'Reports define what they count where no programme does.',
  },
  {
    table: 'tally_statement',
    read: { where: "state <> 'DRAFT'", readers: STAFF },
    write: { INSERT: STATEMENT_WRITERS, CLOSE: STATEMENT_WRITERS },
    unit: 'unit_id',
    auditKey: 'id::text',
    why: 'A level closes its own books; which step is whose, the statement’s life says. Books that are not signed are nobody else’s.',
  },
];

const IMPORTS: TablePolicy = {
  table: 'import_job',
  read: [...RECORDERS.filter((writer) => writer !== 'SYSTEM'), Role.AUDITOR],
  write: { INSERT: RECORDERS, UPDATE: RECORDERS },
  unit: null,
  auditKey: 'id::text',
  why: 'A file may be of many units; its rows are checked one by one. Reports name units and their faults.',
};

/** By what an audit entry names their rows. */
const PROGRAMME_TABLES = {
  programme: 'id',
  indicator: 'id',
  population: 'indicator_id',
  criteria_set: 'indicator_id',
  criteria_item: 'indicator_id',
  assessment_year: 'indicator_id',
  target: 'id',
};
/** What the function that counts has to read. */
const COUNTED_BY: readonly string[] = ['population', 'assessment_year'];

const PROGRAMMES: readonly TablePolicy[] = [
  {
    table: 'imported_programme',
    read: 'all',
    write: { INSERT: IMPORTERS },
    unit: null,
    auditKey: 'id',
    why: 'Programmes are the ministry’s to change; a file that was imported stays.',
  },
  ...Object.entries(PROGRAMME_TABLES).map(([table, auditKey]) => ({
    table,
    read: 'all' as const,
    write: { INSERT: IMPORTERS, UPDATE: IMPORTERS, DELETE: IMPORTERS },
    unit: null,
    ...(COUNTED_BY.includes(table) && { functionRoles: { [COUNTING]: 'READ' as const } }),
    auditKey,
    why: 'Programmes are the ministry’s to change, by importing their files.',
  })),
];

const TALLIES: TablePolicy = {
  table: 'security_tally',
  read: 'all',
  write: {},
  unit: null,
  functionRoles: { [COUNTING]: 'WRITE' },
  auditKey: null,
  why: 'Counted by functions in the transaction of each assessment; nobody counts by hand.',
};

/** Who may do what with each table of the schema `rural_security`. */
export const RURAL_SECURITY_POLICIES: readonly TablePolicy[] = [
  ...servicePolicies('rural_security'),
  answeredRequestPolicy(),
  ...registerPolicies({ [COUNTING]: 'READ' }),
  ...RECORDED,
  IMPORTS,
  ...PROGRAMMES,
  TALLIES,
];
