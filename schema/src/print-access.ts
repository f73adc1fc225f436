import { join } from 'node:path';
import { ATTAINMENT_FIELDS } from '@tieuchi/gateway';
import { GEOGRAPHY_FIELDS, GEOGRAPHY_POLICIES } from '@tieuchi/geography';
import { MODEL_WARD_FIELDS, MODEL_WARD_POLICIES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_FIELDS, RURAL_SECURITY_POLICIES } from '@tieuchi/rural-security';
import { describeFieldPolicies, describePolicies, type FieldPolicy, type TablePolicy } from '@tieuchi/subgraph-kit';

/** The policy tables of all services, by schema. */
export const POLICIES: Readonly<Record<string, readonly TablePolicy[]>> = {
  geography: GEOGRAPHY_POLICIES,
  model_ward: MODEL_WARD_POLICIES,
  rural_security: RURAL_SECURITY_POLICIES,
};

/** Who may ask for which field, by subgraph. */
export const FIELDS: Readonly<Record<string, readonly FieldPolicy[]>> = {
  geography: GEOGRAPHY_FIELDS,
  'model-ward': MODEL_WARD_FIELDS,
  'rural-security': RURAL_SECURITY_FIELDS,
  attainment: ATTAINMENT_FIELDS,
};

export const ACCESS_PAGE = join(__dirname, '../../docs/access.md');

const INTRODUCTION = `# Who may do what

Written by \`node schema/dist/write-access.js\` from the policy tables in \`services/*/src/access-policy.ts\`; each service makes
PostgreSQL's rights and row-level security of the same lines at its start, so this page, the code and the database say one
thing. A table without a line stops the start.

- **Everything is recorded as somebody**: the actor, the role and the subtree of units that the role holds for. What is not
  said here is refused, with \`FORBIDDEN\`; row-level security is forced, so that it binds the owner of the tables as well.
- **own units**: the unit of the row lies in the actor's subtree, by any of its versions, so that a commune stays within
  the district that it has lost; and a province that went whole into another lies within that. \`VN\` is the country.
- **closes**: sets \`recorded_to\` of an open row and nothing else; recorded rows are never changed.
- \`SYSTEM\` is the service's own work while it runs, such as the swap of the register. Migrations and the loading of
  shipped data are done by the owner, at the start, where nobody acts.
- **audited**: each statement that writes leaves one entry in \`audit_entry\`: who, when, what, how many rows, the least and
  the greatest of their keys. What is refused and what is read with a privilege leaves one too: docs/audit.md.
- **reads**: what a request may see of it at all. What was not appraised is seen by those alone who signed in, of their own
  units; elsewhere it looks like nothing (\`NOT_PUBLISHED\`). Counts do not depend on who asks: a statement that only counts
  sees all rows. What of the counts is shown below the province depends on it: a reason that one commune has tells of it.
`;

const FIELDS_INTRODUCTION = `# Who may ask for what

From \`services/*/src/field-policy.ts\` and the gateway's: each field of the graph has a line, or the start stops. An operation
that asks for a field that is not its role's is refused by the service that owns it, before anything of it runs; the answer
depends on the role and the words of the operation alone, never on what there is. Names of people are null instead. Fields
that are not named here are published.
`;

/** `docs/access.md` as the code has it now. Used by what writes it and what checks it. */
export function printAccess(): string {
  const tables = Object.entries(POLICIES).map(([schema, policies]) => describePolicies(schema, policies));
  const fields = Object.entries(FIELDS).map(([name, lines]) => `## ${name}\n\n${describeFieldPolicies(lines)}`);
  return [INTRODUCTION, ...tables, FIELDS_INTRODUCTION, ...fields].join('\n');
}
