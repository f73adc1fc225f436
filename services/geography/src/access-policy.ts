import { Role, servicePolicies, type TablePolicy, type Writer } from '@tieuchi/subgraph-kit';

const IMPORTERS: readonly Writer[] = [Role.MINISTRY, Role.ADMIN];

/** Added to, never changed; by what an audit entry names their rows. */
const KEPT_TABLES = { edition: 'edition', imported_file: 'id' };
const MAP_TABLES = {
  complete_lineage: 'effective_on',
  map_state: 'day',
  succession_link: 'predecessor_id',
  unit: 'id',
  unit_alias: 'unit_id',
  unit_name: 'unit_id',
  unit_version: 'unit_id',
};

/** Who may do what with each table of the schema `geography`. */
export const GEOGRAPHY_POLICIES: readonly TablePolicy[] = [
  ...servicePolicies('geography'),
  ...Object.entries(KEPT_TABLES).map(([table, auditKey]) => ({
    table,
    read: 'all' as const,
    write: { INSERT: IMPORTERS },
    unit: null,
    auditKey,
    why: 'The map is the ministry’s to change, by importing files; what was imported stays.',
  })),
  ...Object.entries(MAP_TABLES).map(([table, auditKey]) => ({
    table,
    read: 'all' as const,
    write: { INSERT: IMPORTERS, DELETE: IMPORTERS },
    unit: null,
    auditKey,
    why: 'Made of the packages and of the imported files; an import writes the difference.',
  })),
];
