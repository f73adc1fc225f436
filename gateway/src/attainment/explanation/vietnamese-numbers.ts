export { countVi, dayVi, decimalVi } from '@tieuchi/subgraph-kit';
