// `npm run soak`: the stories for longer, and every planted bug. The same servers and the same compiler as the specs'.
import specs from '../../jest.config.mjs';

process.env.RANDOM_OPERATIONS ??= '20000';

/** @type {import('jest').Config} */
export default {
  ...specs,
  rootDir: '../..',
  roots: ['<rootDir>/dist/e2e/random'],
  testMatch: ['**/random.e2e-spec.js', '**/*.soak.js'],
  maxWorkers: 1,
};
