import { join } from 'node:path';
import { GEOGRAPHY_POLICIES } from '@tieuchi/geography';
import { MODEL_WARD_POLICIES } from '@tieuchi/model-ward';
import { RURAL_SECURITY_POLICIES } from '@tieuchi/rural-security';
import { describePolicies, type TablePolicy } from '@tieuchi/subgraph-kit';

/** The policy tables of all services, by schema. */
export const POLICIES: Readonly<Record<string, readonly TablePolicy[]>> = {
  geography: GEOGRAPHY_POLICIES,
  model_ward: MODEL_WARD_POLICIES,
  rural_security: RURAL_SECURITY_POLICIES,
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
- **reads**: what a request may see of it at all. Private rows become narrower here, and nowhere else.
`;

/** `docs/access.md` as the code has it now. Used by what writes it and what checks it. */
export function printAccess(): string {
  const tables = Object.entries(POLICIES).map(([schema, policies]) => describePolicies(schema, policies));
  return [INTRODUCTION, ...tables].join('\n');
}
