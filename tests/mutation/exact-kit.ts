/**
 * What the formulas use of the kit. The whole kit, with its database and its schema, takes a second to load, and every
 * mutant would load it again for every test file.
 */
export * from '../../services/subgraph-kit/src/day';
export * from '../../services/subgraph-kit/src/errors/speaking-error';
export * from '../../services/subgraph-kit/src/exact/decimal';
export * from '../../services/subgraph-kit/src/exact/percent';
export * from '../../services/subgraph-kit/src/exact/rational';
export * from '../../services/subgraph-kit/src/exact/required-count';
export * from '../../services/subgraph-kit/src/words/vietnamese-numbers';
