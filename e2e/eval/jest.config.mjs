// `npm run eval`: measures, where the specs check. The same servers and the same compiler as theirs.
import specs from '../../jest.config.mjs';

/** @type {import('jest').Config} */
export default {
  ...specs,
  rootDir: '../..',
  roots: ['<rootDir>/dist/e2e/eval'],
  testMatch: ['**/*.eval.js'],
  testTimeout: 600_000,
};
