import { writeFileSync } from 'node:fs';
import { ACCESS_PAGE, printAccess } from './print-access';

// writes docs/access.md anew; git shows what changed
writeFileSync(ACCESS_PAGE, printAccess());
