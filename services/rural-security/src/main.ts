import { runRegisteredServiceProcess } from '@tieuchi/subgraph-kit';
import { startRuralSecurity } from './subgraph';

void runRegisteredServiceProcess('rural-security', 4002, startRuralSecurity);
