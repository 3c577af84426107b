/** @type {import('jest').Config} */
export default {
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  roots: ['<rootDir>/dist'],
  testMatch: ['**/*.{spec,int-spec,e2e-spec}.js'],
  testSequencer: '<rootDir>/e2e/support/longest-first.sequencer.mjs',
  globalSetup: '<rootDir>/e2e/support/servers.setup.mjs',
  globalTeardown: '<rootDir>/e2e/support/servers.teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
