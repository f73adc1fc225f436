export { SourceStatus } from '@tieuchi/subgraph-kit';
