import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER } from './index';
import { printContract } from './print-contract';

// `npm run schema`: writes the contract anew; git shows what changed
for (const [file, text] of Object.entries(printContract())) writeFileSync(join(SCHEMA_FOLDER, file), text);
