export { describePath, type Fault, type Path, type Report, WHOLE_FILE } from '@tieuchi/subgraph-kit';
