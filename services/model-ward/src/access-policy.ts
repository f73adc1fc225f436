import { Role, registerPolicies, servicePolicies, type TablePolicy, type Writer } from '@tieuchi/subgraph-kit';

const RECORDERS: readonly Writer[] = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN];

const QUOTA_TABLES = ['quota_rule', 'quota_rule_unit'];

/** Who may do what with each table of the schema `model_ward`. */
export const MODEL_WARD_POLICIES: readonly TablePolicy[] = [
  ...servicePolicies('model_ward'),
  ...registerPolicies(),
  {
    table: 'pilot_ward',
    read: 'all',
    write: { INSERT: RECORDERS, CLOSE: RECORDERS },
    unit: 'ward_id',
    auditKey: 'id',
    why: 'Registrations and scores are recorded by those who are answerable for the ward; a new state closes a row.',
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
