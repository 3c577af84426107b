import { readFileSync } from 'node:fs';

const swc = { ...JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8')), sourceMaps: 'inline', swcrc: false };

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/e2e'],
  testMatch: ['**/*.{spec,int-spec,e2e-spec}.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^#html/jsx-runtime$': '<rootDir>/apps/web/html/jsx-runtime.ts',
    '^#platform/(.*)$': '<rootDir>/libs/platform/$1/index.ts',
    '^#(accounts|company|forum|import|knowledge|notifications|rights)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/(?!metadata\\.\\w+\\.json\\.js$|.*/metadata\\.\\w+\\.json\\.js$).*)\\.js$': '$1', // libphonenumber-js has its JSON as .json.js
  },
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  setupFiles: ['<rootDir>/e2e/support/preload.setup.mjs'],
  testSequencer: '<rootDir>/e2e/support/longest-first.sequencer.mjs',
  globalSetup: '<rootDir>/e2e/support/servers.setup.mjs',
  globalTeardown: '<rootDir>/e2e/support/servers.teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
