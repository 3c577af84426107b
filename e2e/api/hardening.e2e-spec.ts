import pg from 'pg';
import { type RunningApp, runningApp } from '../support/running-app.js';

describe('GraphQL under hostile documents', () => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp({ roles: ['api'] }); });
  afterAll(() => app.close());

  const refusal = async (query: string, variables?: Record<string, unknown>) => {
    const { status, body } = await app.guest.raw(query, variables);
    expect(status).toBeLessThan(500);
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    return body.errors![0]!.message;
  };

  it.each([
    ['too many aliases', `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: viewer { id }`).join(' ')} }`, /alias/i],
    ['too deep', `{ threads(first: 1) { nodes ${'{ duplicateOf '.repeat(12)} { id } ${'}'.repeat(12)} } }`, /depth/i],
    ['too many directives', `{ viewer { id ${'@include(if: true) '.repeat(21)} } }`, /directive/i],
    ['too many tokens', `{ ${'viewer { id } '.repeat(700)} }`, /token/i],
    ['two mutations in one request', 'mutation { a: vote(input: {postId: "pst_1", vote: up}) { clientMutationId } b: vote(input: {postId: "pst_1", vote: up}) { clientMutationId } }', /One mutation/],
    ['mutations hidden in a fragment', 'mutation { ...F } fragment F on Mutation { vote(input: {postId: "pst_1", vote: up}) { clientMutationId } }', /One mutation/],
    ['a list without a limit', '{ threads { nodes { id } } }', /first/],
    ['both directions', '{ threads(first: 1, last: 1) { nodes { id } } }', /first/],
    ['a page beyond 100', '{ threads(first: 101) { nodes { id } } }', /first/],
    ['a forged cursor', `{ threads(first: 1, after: "${Buffer.from("1'; drop table--~2").toString('base64url')}") { nodes { id } } }`, /cursor/],
    ['a cursor with what PostgreSQL cannot hold', `{ threads(first: 1, after: "${Buffer.from('9999999999999999~9999999999999999999').toString('base64url')}") { nodes { id } } }`, /cursor/],
    ['a statement for each of many', '{ threads(first: 100) { nodes { answers(first: 1) { nodes { id } } } } }', /too much/],
    ['the newest answers of many', '{ threads(first: 10) { nodes { newestAnswers { id html source score } } } }', /too much/],
    ['a page of pages', '{ threads(first: 100) { nodes { answers(first: 100) { nodes { html } } } } }', /too much/],
  ])('refuses %s', async (_, query, message) => {
    expect(await refusal(query)).toMatch(message);
  });

  it('counts the cost with the variables, which could hide it', async () => {
    expect(await refusal('query($n: Int!) { threads(first: $n) { nodes { answers(first: $n) { nodes { html } } } } }', { n: 100 })).toMatch(/too much/);
  });

  it('refuses variables without end, long or deep, before anything looks at them', async () => {
    const query = 'query($f: [ThreadFieldInput!]!) { threads(first: 1, fields: $f) { nodes { id } } }';
    expect(await refusal(query, { f: Array.from({ length: 600 }, () => ({ key: 'a', value: 'b' })) })).toMatch(/1000 values/);
    const deep = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"query": ${JSON.stringify(query)}, "variables": {"f": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}` });
    expect([deep.status, await deep.text()]).toEqual([400, expect.stringContaining('1000 values')]);
  });

  it('counts the cost though an argument beside does not fit', async () => {
    const query = 'query($id: ID = "thr_1", $n: Int = 100) { thread(id: $id) { id } threads(first: $n) { nodes { answers(first: $n) { nodes { html } } } } }';
    expect(await refusal(query, { id: null })).toMatch(/must not be null/);
    expect((await app.guest.raw(query, { id: null })).body.data).toBeUndefined();
  });

  it.each([
    ['several operations and no name', 'query A { viewer { id } } query B { viewer { id } }', undefined],
    ['a name that none has', 'query A { viewer { id } }', 'B'],
    ['a name for an operation without one', '{ viewer { id } }', 'A'],
  ])('refuses %s as the caller’s fault', async (_, query, operationName) => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, operationName }) });
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
  });

  it('gives no hint about names it does not have', async () => {
    expect(await refusal('{ threds(first: 1) { nodes { id } } }')).not.toMatch(/did you mean/i);
    expect(await refusal('query($f: ThreadFilter!) { threads(first: 1, filter: $f) { nodes { id } } }', { f: 'unansweredd' })).not.toMatch(/did you mean/i);
  });

  it('answers ids that are none, or of another kind, like what is not there', async () => {
    for (const id of ['thr_0', 'thr_99999999999999999999', 'pst_1', 'thr_1_2', "thr_1'", '']) {
      expect((await app.guest.raw('query($id: ID!) { thread(id: $id) { id } }', { id })).body).toEqual({ data: { thread: null } });
    }
  });

  it.each([
    ['threads', 'query($t: String!) { threads(first: 1, category: $t, tag: $t) { nodes { id } } }'],
    ['category', 'query($t: String!) { category(slug: $t) { id } }'],
    ['tags', 'query($t: String!) { tags(first: 1, startsWith: $t) { name } }'],
    ['search', 'query($t: String!) { search(text: $t, first: 1) { nodes { solved } } }'],
  ])('refuses NUL in the arguments of %s as the caller’s fault', async (_, query) => {
    expect(await refusal(query, { t: 'a\u0000b' })).toMatch(/NUL/);
  });

  it('refuses a sign-in with NUL like any that does not fit', async () => {
    const response = await fetch(`${app.url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'a\u0000@example.org', password: 'b\u0000' }) });
    expect(response.status).toBe(401);
  });

  it('keeps so many replies for a member and not one more, asks only for room where a name belongs, and does without for who names no call', async () => {
    const mina = await app.person('Mina Many');
    const says = async (clientMutationId?: string) => (await mina.ask<{ changeLanguage: { problem: { code: string } | null } }>('mutation($input: ChangeLanguageInput!) { changeLanguage(input: $input) { problem { code } } }', { input: { language: 'de', clientMutationId } })).changeLanguage.problem?.code ?? null;
    expect(await says('kept')).toBeNull();
    const slotOf = async (key: string) => (await app.db.one<{ slot: number }>('select get_byte(sha256($1::text::bytea), 0) as slot', [key]))!.slot;
    // 78 names in each slot but one, in which the 78th is yet to come
    await app.db.query(
      `insert into idempotency (member_id, key, input_hash)
       select $1, key, '' from (select key, slot, row_number() over (partition by slot order by (key = 'kept') desc, key) as place
         from (select 'n' || n as key, get_byte(sha256(('n' || n)::bytea), 0) as slot from generate_series(1, 60000) n union all select 'kept', $2) names) placed
       where place <= case slot when $3 then 77 else 78 end and key <> 'kept'`,
      [mina.memberId.slice(4), await slotOf('kept'), await slotOf('last')],
    );
    const another = (await app.db.one<{ key: string }>(`select 'm' || n as key from generate_series(1, 10000) n where get_byte(sha256(('m' || n)::bytea), 0) = $1 limit 1`, [await slotOf('last')]))!.key;
    expect([await says('one-more'), await says('last'), await says(another), await says('last'), await says('kept'), await says()]).toEqual(['TooFast', null, 'TooFast', null, null, null]);
    expect(await app.db.one('select count(*)::int as kept from idempotency where member_id = $1', [mina.memberId.slice(4)])).toEqual({ kept: 256 * 78 });
  });

  it('takes no simple request, which another site could send', async () => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ viewer { id } }"}' });
    expect(response.status).toBeLessThan(500);
    expect(response.ok).toBe(false);
  });

  it('says of its own faults nothing but that they are', async () => {
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('alter table category rename to category_gone');
    try {
      const { body } = await app.guest.raw('{ categories { id } }');
      expect(body.errors).toEqual([expect.objectContaining({ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } })]);
      expect(JSON.stringify(body)).not.toMatch(/relation|category_gone|stack/);
    } finally {
      await owner.query('alter table category_gone rename to category');
      await owner.end();
    }
  });
});
