import { Role } from '../identity/actor';
import type { FunctionRoles, TablePolicy } from './table-policy';

/** The lines of the tables that every service has. */
export function servicePolicies(schema: string): TablePolicy[] {
  return [
    {
      table: 'audit_entry',
      read: [Role.AUDITOR, Role.ADMIN],
      write: {},
      unit: null,
      functionRoles: { [`${schema}_audit`]: 'APPEND' },
      auditKey: null,
      why: 'Who did what. Entries come from triggers and functions alone, so that nobody forges one or takes one back.',
    },
    {
      table: 'audit_seal',
      read: [Role.AUDITOR, Role.ADMIN],
      write: {},
      unit: null,
      functionRoles: { [`${schema}_audit`]: 'APPEND' },
      auditKey: null,
      why: 'The chain of hashes over the audit: made by the function that seals.',
    },
    {
      table: 'audit_unsealed',
      read: [Role.AUDITOR, Role.ADMIN],
      write: {},
      unit: null,
      functionRoles: { [`${schema}_audit`]: 'WRITE' },
      auditKey: null,
      why: 'Entries that wait for their seal, for a second.',
    },
    {
      table: 'installation',
      read: 'all',
      write: {},
      unit: null,
      functionRoles: { [`${schema}_audit`]: 'READ' },
      auditKey: null,
      why: 'What the database is for: written at its first start, and final.',
    },
    {
      table: 'data_version',
      read: 'all',
      write: {},
      unit: null,
      functionRoles: { [`${schema}_audit`]: 'WRITE' },
      auditKey: null,
      why: 'A number that grows with each transaction that writes: whether an answer still holds.',
    },
    {
      table: 'migration',
      read: 'all',
      write: {},
      unit: null,
      auditKey: null,
      why: 'Which migrations ran: written by the start.',
    },
  ];
}

/** The line of the answers that a service keeps for clients that send a write again. */
export function answeredRequestPolicy(): TablePolicy {
  return {
    table: 'answered_request',
    read: { ownedBy: 'actor' },
    write: {
      INSERT: [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY, Role.ADMIN],
      DELETE: ['SYSTEM'],
    },
    unit: null,
    auditKey: 'key',
    why: 'What a client was answered that sends the same write again; forgotten after a week.',
  };
}

/** The lines of a service's copy of the register. */
export function registerPolicies(functionRoles: FunctionRoles = {}): TablePolicy[] {
  const swapped = {
    read: 'all',
    write: { INSERT: ['SYSTEM'], DELETE: ['SYSTEM'] },
    unit: null,
    functionRoles,
    auditKey: null,
  } as const;
  const why = 'A copy of what geography publishes: swapped whole by the service itself, changed by nobody.';
  const tables = ['register_link', 'register_map_state', 'register_reorganisation', 'register_unit_version'];
  const derived = [
    'register_district_change',
    'register_district_part',
    'register_province_step',
    'register_unlinked_day',
  ];
  return [
    { ...swapped, table: 'register_edition', write: { INSERT: ['SYSTEM'], UPDATE: ['SYSTEM'] }, why },
    ...tables.map((table) => ({ ...swapped, table, why })),
    ...derived.map((table) => ({
      ...swapped,
      table,
      why: 'What follows from that copy: derived again with each swap.',
    })),
  ];
}
