import { DataSource } from 'typeorm';
import { countStatements } from '#platform/testing';
import { acts } from './acts.js';
import { runningApp, type Person, type RunningApp } from '../support/running-app.js';

describe('the knowledge base over GraphQL', () => {
  let app: RunningApp;
  let staff: Person;
  beforeAll(async () => {
    app = await runningApp({ roles: ['api'] });
    staff = await app.person('Jo Berg', 'staff');
    const [admin, mina] = [await app.person('Ada Admin', 'admin'), await app.person('Mina')];
    const { category } = await acts(admin).createCategory('Internet');
    for (let n = 0; n < 6; n += 1) {
      const { thread } = await acts(mina).ask({ title: `Why does router number ${n} restart?`, body: 'It does so every night at two.', categoryId: category!.id, tags: [] });
      const { post } = await acts(staff).answer(thread!.id, 'Switch the energy saving off.');
      await acts(mina).accept(post!.id);
      const { promoteToFaq: { entry } } = await staff.ask<{ promoteToFaq: { entry: { id: string } } }>('mutation($id: ID!) { promoteToFaq(input: {postId: $id}) { entry { id } } }', { id: post!.id });
      await staff.ask('mutation($id: ID!) { publishEntry(input: {entryId: $id}) { entry { state } } }', { id: entry.id });
    }
  });
  afterAll(() => app.close());

  it('answers a list of entries with all that belongs to them in as many statements as one entry', async () => {
    const asked = (first: number) => `{ knowledgeEntries(first: ${first}) { nodes { title owner { name } sources { post { html author { name } } thread { title } } viewer { rated canEdit { allowed } canRate { reason } } } } }`;
    const statements = async (first: number) => (await countStatements(app.app.get(DataSource), () => staff.ask(asked(first)))).length;
    await statements(1); // what is known for a while is read
    const [one, six] = [await statements(1), await statements(6)];
    expect(six).toBe(one);
    expect(six).toBeLessThan(9);
  });
});
