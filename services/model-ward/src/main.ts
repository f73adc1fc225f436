import { runRegisteredServiceProcess } from '@tieuchi/subgraph-kit';
import { startModelWard } from './subgraph';

void runRegisteredServiceProcess('model-ward', 4003, startModelWard);
