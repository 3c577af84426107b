import { type RunningApp, runningApp } from '../support/running-app.js';

describe('a community in which nobody has written yet', () => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp(); });
  afterAll(() => app.close());

  it('is searched without a word of an outage', async () => {
    const search = async () => (await app.guest.ask<{ search: { degraded: boolean; nodes: unknown[] } }>('{ search(text: "why does it restart?", first: 3) { degraded nodes { solved } } }')).search;
    for (let tries = 0; tries < 50 && (await search()).degraded; tries += 1) await new Promise((done) => { setTimeout(done, 100); }); // until the index is there
    expect(await search()).toEqual({ degraded: false, nodes: [] });
  });
});
