import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARD_OPERATIONS } from './client-operations';
import { SCHEMA_FOLDER } from './index';
import { printContract } from './print-contract';
import { printDashboardOperations } from './print-dashboard-operations';

// `npm run schema`: writes the contract anew; git shows what changed
for (const [file, text] of Object.entries(printContract())) writeFileSync(join(SCHEMA_FOLDER, file), text);
// made of the supergraph that was just written
printDashboardOperations().then((text) => writeFileSync(join(SCHEMA_FOLDER, DASHBOARD_OPERATIONS), text));
