import { auditTriggers } from '../audit/audit-tables';
import { isAnyOf, seesUnpublished, setting } from './access-functions';
import type { TablePolicy, WriteAct, Writer } from './table-policy';

/** Where no person acts: migrations and starts, but not a function of the owner that an officer's statement calls. */
const NOBODY_ACTS = `coalesce(${setting('actor')}, '') in ('', 'system')`;

/** What a line means in PostgreSQL: the rights of the roles, row-level security that binds the owner as well, the audit. */
export function policyStatements(schema: string, policy: TablePolicy): string[] {
  const table = `${schema}.${policy.table}`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    ...rightsOf(schema, table, policy),
    `create policy may_read on ${table} for select using (${readCondition(schema, policy)})`,
    ...writePolicies(schema, table, policy),
    ...functionPolicies(schema, table, policy),
    ...auditOf(schema, policy),
  ];
}

function rightsOf(schema: string, table: string, { write, functionRoles = {} }: TablePolicy): string[] {
  const rights = Object.keys(write).map((act) => (act === 'CLOSE' ? 'update (recorded_to)' : act.toLowerCase()));
  const functionRights = { READ: 'select', APPEND: 'select, insert', WRITE: 'select, insert, update, delete' };
  return [
    `grant ${['select', ...rights].join(', ')} on ${table} to ${schema}_app`,
    ...Object.entries(functionRoles).map(([role, right]) => `grant ${functionRights[right]} on ${table} to ${role}`),
  ];
}

/** Who only counts rows is shown none of them: see `Database.count`. */
function readCondition(schema: string, { read, unit }: TablePolicy): string {
  if (read === 'all') return 'true';
  if ('ownedBy' in read) return `${read.ownedBy} = ${setting('actor')} or ${setting('actor')} = 'system'`;
  if (!('where' in read)) return isAnyOf(read);
  const counts = `${setting('reading')} = 'COUNTS'`;
  const published = read.readers ? `(${read.where}) and ${isAnyOf(read.readers)}` : `(${read.where})`;
  return `${published} or ${counts} or ${seesUnpublished(unit ?? 'null', `${schema}.`)}`;
}

function writePolicies(schema: string, table: string, policy: TablePolicy): string[] {
  const acts = Object.entries(policy.write) as [WriteAct, readonly Writer[]][];
  return acts.map(([act, writers]) => {
    const allowed = writeCondition(schema, writers, policy.unit);
    const name = `create policy may_${act.toLowerCase()} on ${table}`;
    if (act === 'INSERT') return `${name} for insert to ${schema}_app with check (${allowed})`;
    if (act === 'DELETE') {
      return `${name} for delete to ${schema}_app using ((${allowed}) or ${schema}.refuse_write('${policy.table}'))`;
    }
    // "using" would hide the rows, and an update of nothing looks like success; the check is an error
    return `${name} for update to ${schema}_app using (true) with check (${allowed})`;
  });
}

/** Who writes past the actor: functions that count or audit, and the owner where no such function does. */
function functionPolicies(schema: string, table: string, { functionRoles = {} }: TablePolicy): string[] {
  const roles = Object.entries(functionRoles);
  const rows = {
    READ: ['for select to ROLE using (true)'],
    APPEND: ['for select to ROLE using (true)', 'for insert to ROLE with check (true)'],
    WRITE: ['for all to ROLE using (true) with check (true)'],
  };
  const policies = roles.flatMap(([role, right]) =>
    rows[right].map(
      (what, index) => `create policy ${role}${index === 0 ? '' : '_adds'} on ${table} ${what.replace('ROLE', role)}`,
    ),
  );
  if (roles.some(([, right]) => right !== 'READ')) return policies;
  const start = `for all to ${schema}_owner using (${NOBODY_ACTS}) with check (${NOBODY_ACTS})`;
  return [...policies, `create policy at_start on ${table} ${start}`];
}

function auditOf(schema: string, { table, auditKey, write }: TablePolicy): string[] {
  return auditKey === null ? [] : auditTriggers(schema, table, auditKey, Object.keys(write) as WriteAct[]);
}

function writeCondition(schema: string, writers: readonly Writer[], unit: string | null): string {
  const roles = writers.filter((writer) => writer !== 'SYSTEM');
  const bySystem = `${isAnyOf(['ADMIN'])} and ${setting('actor')} = 'system'`;
  const may = [
    ...(roles.length > 0 ? [isAnyOf(roles)] : []),
    ...(roles.length < writers.length ? [`(${bySystem})`] : []),
  ].join(' or ');
  if (unit === null) return may;
  return `(${may}) and (${setting('scope')} = 'VN' or ${schema}.is_within_scope(${unit}))`;
}
