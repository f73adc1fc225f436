const { availableParallelism } = require('node:os');

/** One configuration for all packages: rules beside their code, what crosses a boundary under tests/. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/services', '<rootDir>/gateway', '<rootDir>/clients', '<rootDir>/schema', '<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '^@tieuchi/(subgraph-kit|geography|rural-security|model-ward|standalone)$': '<rootDir>/services/$1/src/index.ts',
    '^@tieuchi/(gateway|schema)$': '<rootDir>/$1/src/index.ts',
  },
  transform: { '^.+\\.(ts|js|mjs)$': '@swc/jest' },
  // jose is published as ES modules only
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  // much of the time goes into waiting for processes: two cores are busy with two; more than four crowd one PostgreSQL
  maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
  testTimeout: 30_000,
};
