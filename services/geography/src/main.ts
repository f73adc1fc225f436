import { runServiceProcess } from '@tieuchi/subgraph-kit';
import { startGeography } from './subgraph';

void runServiceProcess('geography', 4001, startGeography);
