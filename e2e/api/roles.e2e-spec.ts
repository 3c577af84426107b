import type { Role } from '#platform/config';
import { type RunningApp, runningApp } from '../support/running-app.js';

/** KUNDIG_ROLES: what one process answers. */
describe.each<[Role, Record<string, number>]>([
  ['api', { '/health': 200, '/graphql?query={viewer{id}}': 200, '/': 404 }],
  ['web', { '/health': 200, '/graphql?query={viewer{id}}': 404, '/': 200 }],
  ['worker', { '/health': 200, '/graphql?query={viewer{id}}': 404, '/': 404 }],
])('a process that is only %s', (role, expected) => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp({ roles: [role] }); });
  afterAll(() => app.close());

  it.each(Object.entries(expected))('answers %s with %i', async (path, status) => {
    const response = await fetch(`${app.url}${path}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(response.status).toBe(status);
  });
});
