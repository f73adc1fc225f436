const root = require('../../jest.config.js');

/** The tests that lie beside the formulas, without the database that the others need. */
module.exports = {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/gateway/src/attainment'],
  // shows what the formulas answered: needs the graph, and with it the whole kit
  testPathIgnorePatterns: ['/node_modules/', 'subgraph/own-map-reading'],
  moduleNameMapper: {
    '^@tieuchi/subgraph-kit$': '<rootDir>/tests/mutation/exact-kit.ts',
    '^fast-check$': '<rootDir>/tests/mutation/seeded-fast-check.ts',
  },
  globalSetup: undefined,
  globalTeardown: undefined,
};
