import { request } from 'node:http';
import { encodeId } from '#platform/database';
import { acts } from '../api/acts.js';
import { PASSWORD, type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { asText } from './field.rules.js';
import { type FoundField, type FoundForm, look } from './forms.in.js';
import { HOSTILE, isStorable, shareOf, STRINGS } from './strings.js';

/** How many texts are tried besides NUL: in a field that people type into, in any other, in a part of an address. */
const SHARE = { typed: 2, other: 1, address: 2 };
const TYPED = ['text', 'textarea', 'email'];

/** What programs send to is tried elsewhere: the API in fields.e2e-spec.ts, the rest below. */
const FOR_PROGRAMS = /^\/(?:graphql|auth|health|assets|live)(?:\/|$)|^\/files\/?$/;
/** Forms that end what the others need are sent last. */
const LAST = /\/(?:delete|close|merge|move|split|duplicate|password|role|claim|end|session|sign-out|publish|discard)$/;

interface Route {
  path: string;
  method: 'get' | 'post';
}

describe('every form and address of the pages', () => {
  let app: RunningApp;
  let admin: Person;
  let routes: Route[];
  let known: Record<string, string>;

  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api', 'web'] });
    admin = await app.person('Ada Admin', 'admin');
    const mina = await app.person('Mina');
    const { category } = await acts(admin).createCategory('Internet');
    await acts(admin).createTag('dsl');
    const { createCategoryField: { field } } = await admin.ask<{ createCategoryField: { field: { id: string } } }>('mutation($id: ID!) { createCategoryField(input: {categoryId: $id, key: "device", labelDe: "Gerät", labelEn: "Device"}) { field { id } } }', { id: category!.id });
    const { thread } = await acts(mina).ask({ title: 'Why does the router restart?', body: 'It does so every night at two.', categoryId: category!.id, tags: ['dsl'] });
    const { post } = await acts(admin).answer(thread!.id, 'Switch the energy saving off.');
    // whoever has begun a question in a topic is shown the form with all its fields
    await admin.ask('mutation($id: String!) { saveDraft(input: {place: "ask", fields: [{name: "title", value: "Begun some time ago"}, {name: "categoryId", value: $id}, {name: "fieldsOf", value: $id}]}) { clientMutationId } }', { id: category!.id });
    await admin.ask('mutation { setContactWays(input: {ways: [{kind: telephone, address: "0800 330 1000", de: {label: "Hotline"}, en: {label: "Hotline"}}]}) { clientMutationId } }');
    const mail = await app.db.one<{ id: string }>(`insert into mail (key, recipient, subject, text, account, state) values ('x', 'a@example.org', 'Hello', 'Hello.', false, 'kept') returning id`);
    await acts(admin).accept(post!.id);
    const { promoteToFaq: { entry } } = await admin.ask<{ promoteToFaq: { entry: { id: string } } }>('mutation($id: ID!) { promoteToFaq(input: {postId: $id}) { entry { id } } }', { id: post!.id });
    const opening = await app.db.one<{ id: string }>(`select 'pst_' || id as id from post where thread_id = $1 and kind = 'opening'`, [thread!.id.slice(4)]);
    await admin.ask('mutation($id: ID!) { flagPost(input: {postId: $id, reason: spam}) { post { id } } }', { id: opening!.id });
    const { reviewQueue: { nodes: [{ id: reviewId }] } } = await admin.ask<{ reviewQueue: { nodes: [{ id: string }] } }>('{ reviewQueue(first: 1) { nodes { id } } }');
    await admin.ask('mutation($id: ID!) { decideReview(input: {itemId: $id, decision: hide}) { item { id } } }', { id: reviewId });
    const { member: { decisions: { nodes: [decided] } } } = await admin.ask<{ member: { decisions: { nodes: { id: string }[] } } }>('query($id: ID!) { member(id: $id) { decisions(first: 1) { nodes { id } } } }', { id: mina.memberId });
    const finding = await app.db.one<{ id: string }>(`insert into vote_finding (kind, votes, posts, share, since) values ('serial', 12, 14, 0.9, now()) returning id`);
    const { reportIllegal: { report: { receipt } } } = await admin.ask<{ reportIllegal: { report: { receipt: string } } }>('mutation($id: ID!) { reportIllegal(input: {postId: $id, note: "It offers forged documents, which is forbidden.", inGoodFaith: true}) { report { receipt } } }', { id: post!.id });
    known = {
      'vote-findings/:id': finding!.id, 'super-users/:key': mina.memberId.slice(4),
      'reports/:receipt': receipt,
      'decisions/:key': decided!.id.slice(4),
      'kb/:key': entry.id.slice(4), ':kind': 'faq', 'review/:id': reviewId.slice(4),
      't/:key': thread!.id.slice(4), 'p/:key': post!.id.slice(4), 'm/:key': mina.memberId.slice(4), 'c/:category': 'internet', 'tag/:tag': 'dsl', ':slug': 'x', ':act': 'accept',
      'categories/:id': category!.id, ':field': field.id, 'mailbox/:id': encodeId('mail', mail!.id), 'invitations/:id': encodeId('invitation', '1'), ':token': 'x'.repeat(43), 'saved/:id': '1', 'files/:key': '0'.repeat(32), ':name': 'a.txt', 'history/:number': '1', 'ways/:place': '1', 'sitemap/:part': '1', 'imprint/:version': '1', 'privacy/:version': '1', 'rules/:version': '1', 'legal/:name': 'rules',
    };
    routes = routesOf(app);
  });
  afterAll(() => app.close());

  /** An address of that route with everything in its place, but for `put`. */
  function addressOf(path: string, put?: { name: string; text: string }): string {
    return path.replace(/([\w-]+\/)?:(\w+)/g, (all, before: string | undefined, name: string) => {
      if (put?.name === name) return (before ?? '') + encodeURIComponent(put.text);
      const value = known[all] ?? known[`:${name}`];
      if (value === undefined) throw new Error(`${path}: say in e2e/hostile/forms.e2e-spec.ts what stands for ${all}`);
      return (before ?? '') + value;
    });
  }

  const send = (method: string, path: string, body?: string | FormData, more: Record<string, string> = {}) =>
    fetch(app.url + path, {
      method, redirect: 'manual', ...(body === undefined ? {} : { body }),
      headers: { cookie: path.startsWith('/sign-') ? '' : admin.cookie, 'x-forwarded-for': '10.1.1.1', ...(typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...more },
    });

  /** What no reply may be, whatever was sent. */
  async function faultsOf(response: Response, what: string): Promise<{ faults: string[]; html: string }> {
    const html = await response.text();
    const faults = response.status >= 500 ? [`${what}: ${response.status} ${html.slice(0, 120)}`] : [];
    const to = response.headers.get('location');
    if (to !== null && new URL(to, app.url).origin !== app.url) faults.push(`${what}: leads to ${to}`);
    if (!response.headers.get('content-type')?.startsWith('text/html') || html === '') return { faults, html: '' };
    const { headings, foreign, forms: shown } = look(html);
    for (const { action } of shown) if (new URL(action, app.url).origin !== app.url) faults.push(`${what}: a form leads to ${action}`);
    if (headings !== 1) faults.push(`${what}: ${headings} h1`);
    return { faults: [...faults, ...foreign.map((each) => `${what}: ${each}`)], html };
  }

  async function forms(): Promise<FoundForm[]> {
    const found = new Map<string, FoundForm>();
    for (const { path, method } of routes) {
      if (method !== 'get' || path.startsWith('/live')) continue;
      const response = await fetch(app.url + addressOf(path), { headers: { cookie: path.startsWith('/sign-') ? '' : admin.cookie } });
      if (response.headers.get('content-type')?.startsWith('text/html')) for (const form of look(await response.text()).forms) found.set(form.action.split('#')[0]!, form);
    }
    // what no page shows right now is sent all the same, with what forms have
    for (const { path, method } of routes) {
      const action = addressOf(path);
      if (method === 'post' && !path.startsWith('/auth/') && !found.has(action)) found.set(action, { action, multipart: false, fields: ['body', 'email', 'password', 'clientMutationId', 'next', 'id'].map((name) => ({ name, kind: 'unseen', value: '' })) });
    }
    return [...found.values()].toSorted((a, b) => Number(LAST.test(a.action)) - Number(LAST.test(b.action)));
  }

  it('takes a form, or gives back what was typed', async () => {
    const faults: string[] = [];
    let [sent, taken, refused] = [0, 0, 0];
    for (const { action, multipart, fields } of await forms()) {
      for (const field of fields) {
        for (const text of [...shareOf(`${action} ${field.name}`, TYPED.includes(field.kind) ? SHARE.typed : SHARE.other), HOSTILE.unstorable[0]]) {
          const values = { ...filled(fields, sent), [field.name]: text };
          const response = await send('POST', action, multipart ? multipartOf(values) : new URLSearchParams(values).toString());
          sent += 1;
          if (response.status === 303) taken += 1;
          const what = `POST ${action} with ${field.name} = ${JSON.stringify(text.slice(0, 60))}`;
          const { faults: found, html } = await faultsOf(response, what);
          faults.push(...found);
          if (![409, 422].includes(response.status) || !isStorable(text) || !TYPED.includes(field.kind)) continue;
          refused += 1;
          const back = look(html).forms.flatMap((form) => (form.action === action ? form.fields : [])).find(({ name }) => name === field.name);
          if (back && asText(back.value) !== asText(text)) faults.push(`${what}: came back as ${JSON.stringify(back.value.slice(0, 80))}`);
          if (!back) faults.push(`${what}: did not come back`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(30);
    expect(taken).toBeGreaterThan(100);
    expect((await admin.ask<{ viewer: object | null }>('{ viewer { id } }')).viewer).not.toBeNull(); // it was not the sign-in page all along
  }, 60_000);

  it('answers every address, whatever stands in it', async () => {
    const faults: string[] = [];
    const queries = ['q', 'next', 'title', 'filter', 'after', 'before', 'post', 'fields.device', 'tag', 'category', 'kind', 'done', 'ticket', 'known', 'last', 'merged', 'more', 'text', 'quote', 'asked', 'solved', 'original', 'topic', 'for', 'take', 'of', 'state', 'struck', 'reason', 'none', 'only'];
    for (const { path, method } of routes) {
      if (method !== 'get' || path.startsWith('/live')) continue;
      const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      for (const text of [...shareOf(path, SHARE.address), HOSTILE.unstorable[0], '%', '..']) {
        for (const name of names) faults.push(...(await faultsOf(await send('GET', addressOf(path, { name, text: text.toWellFormed() })), `GET ${path}, ${name} = ${JSON.stringify(text.slice(0, 60))}`)).faults);
        const query = new URLSearchParams(queries.map((name) => [name, text.toWellFormed()]));
        faults.push(...(await faultsOf(await send('GET', `${addressOf(path)}?${query}`), `GET ${path}? ${JSON.stringify(text.slice(0, 60))}`)).faults);
      }
    }
    for (const path of ['/%', '/%00', '/%c0%af', '/de/%5Cevil.example/', '//evil.example/', '/en//evil.example', '/t/%E0%A4%A/x', '/search?q=%ff&q=%00', '/files/%2e%2e/%2e%2e', '/assets/%00/%00', '/p/1/__proto__']) faults.push(...(await faultsOf(await send('GET', path), `GET ${path}`)).faults);
    // as no browser sends it, but a program or a proxy may
    for (const path of ['//evil.example/ask', '/\\evil.example/ask', '/de//evil.example/ask', '/de/\\evil.example', '/en/\\evil.example']) {
      for (const method of ['GET', 'POST']) {
        const { status, location, html } = await sentAsIs(app.url, method, path, 'title=A+question&body=and+its+text');
        const led = [location ?? '', ...look(html).forms.map(({ action }) => action), ...[...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)];
        faults.push(...led.filter((to) => new URL(to, app.url).host === 'evil.example').map((to) => `${method} ${path}: leads to ${to}`), ...(status >= 500 ? [`${method} ${path}: ${status}`] : []));
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('leads every `next` to this very site', async () => {
    const faults: string[] = [];
    for (const [n, text] of STRINGS.entries()) {
      for (const next of n % 4 === 0 ? [text, `/${text}`] : [`/${text}`]) {
        const response = await fetch(`${app.url}/sign-in?next=${encodeURIComponent(next.toWellFormed())}`, { redirect: 'manual', headers: { cookie: admin.cookie } });
        if (response.status !== 303) faults.push(`${JSON.stringify(next)}: ${response.status}`);
        faults.push(...(await faultsOf(response, JSON.stringify(next))).faults);
        await response.arrayBuffer().catch(() => undefined);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers programs below /auth, whatever they send', async () => {
    const faults: string[] = [];
    const FIELDS = ['name', 'email', 'password', 'language', 'token'];
    for (const { path, method } of routes.filter((route) => route.path.startsWith('/auth/') && route.method === 'post')) {
      for (const name of FIELDS) {
        // also where it looks like what is wanted: whatever reads it further meets it
        const likely = name === 'email' ? ['a\uD83D@example.org', 'a\0@example.org', 'a@\uDE00.example.org'] : name === 'token' ? [`${'x'.repeat(42)}\uD83D`] : [];
        for (const text of [...shareOf(`${path} ${name}`, 1), ...HOSTILE.unstorable.slice(1, 3), ...likely]) {
          const body = JSON.stringify({ name: 'Otto', email: 'a@example.org', password: 'a long enough one', rules: '1', token: 'x'.repeat(43), [name]: text });
          const response = await fetch(app.url + path, { method: method.toUpperCase(), headers: { 'content-type': 'application/json', cookie: path.endsWith('change-address') ? admin.cookie : '', 'x-forwarded-for': `10.2.${text.length % 250}.${name.length}` }, body });
          const said = (await response.json().catch(() => ({}))) as { problem?: { code?: string; fields?: { field: string }[] } };
          if (response.status >= 500) faults.push(`${path}, ${name} = ${JSON.stringify(text.slice(0, 60))}: ${response.status}`);
          if (path.endsWith('sign-up') && !isStorable(text) && name !== 'token' && !said.problem?.fields?.some(({ field }) => field === name)) faults.push(`${path}: takes ${JSON.stringify(text)} as ${name}: ${JSON.stringify(said)}`);
        }
      }
    }
    for (const body of ['', '[]', 'null', '"x"', '{"email":{"$ne":1}}', '{"__proto__":{"email":"x"}}', '{"email":', '\u0000']) {
      for (const type of ['application/json', 'text/plain', 'application/json; charset=utf-7', 'multipart/form-data', 'multipart/form-data; boundary=\u00ff']) {
        const response = await fetch(`${app.url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': type }, body });
        if (response.status >= 500) faults.push(`/auth/sign-in with ${JSON.stringify(body)} as ${type}: ${response.status}`);
        await response.arrayBuffer();
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Over a bare connection: fetch spells addresses anew. */
function sentAsIs(url: string, method: string, path: string, body: string): Promise<{ status: number; location: string | undefined; html: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, method, path, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode!, location: response.headers.location, html: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What Express was told to answer, so that a new page cannot be forgotten. */
function routesOf(app: RunningApp): Route[] {
  const express = app.app.getHttpAdapter().getInstance() as { router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] } };
  const routes = express.router.stack.flatMap(({ route }) => (route ? (['get', 'post'] as const).filter((method) => route.methods[method]).map((method) => ({ path: route.path, method })) : []));
  return routes.filter(({ path }) => !/^\/(?:de|en)(?:\/|$)/.test(path) && (path.startsWith('/auth/') || !FOR_PROGRAMS.test(path)));
}

const FINE: Record<string, string> = { email: 'b@example.org', password: PASSWORD, newPassword: PASSWORD, position: '', days: '30', key: 'region', slug: '', tags: '', choices: '', 'notice.expectedEndAt': '', parentId: '', ofId: '', brand: '', accent: '', hours: '', address: 'nordnetz.example' };

/** The form as somebody fills it in who means well; `turn` makes it another one each time. */
function filled(fields: FoundField[], turn: number): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, kind, value } of fields) {
    if (['submit', 'checkbox', 'unseen'].includes(kind)) continue;
    values[name] = name === 'clientMutationId' ? `turn-${turn}` : value !== '' || ['select', 'hidden'].includes(kind) ? value : (FINE[name] ?? `Well meant, number ${turn}.`);
  }
  return values;
}

function multipartOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
