const compile = require('./script/lib/compile.cjs');

module.exports = {
  testEnvironment: '<rootDir>/script/lib/testEnvironment.cjs',
  runtime: '<rootDir>/script/lib/testRuntime.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  reporters: ['default', '<rootDir>/script/lib/unfinished.cjs'],
  testSequencer: '<rootDir>/script/lib/longestFirst.cjs',
  // For what hangs, not for what is slow: two cores may be starting Postgres, Chromium and an embedded record at the
  // same moment, and a limit that is never reached costs nothing.
  testTimeout: 4 * 60_000,
  // A worker that has held an embedded record keeps its memory; a fresh one costs less than swapping.
  workerIdleMemoryLimit: '1GB',
  transform: { '^.+\\.ts$': ['@swc/jest', { ...compile, sourceMaps: 'inline' }] },
};
