import { hashPassword } from '#accounts';
import type { ActorName, MutationRow, Target } from '../api/permissions/notation.js';
import { readTable } from '../api/permissions/table.js';
import type { Reply, World } from '../api/permissions/world.js';
import { CALL_NAME, ID, type Rule, RULES } from './field.rules.js';
import { isStorable } from './strings.js';
import type { TextField } from './text.fields.js';

const PASSWORD = 'a long enough password';
const ACTOR: ActorName = 'admin'; // who may do all of it: it is texts that are tried here
const OTHERS: Record<string, ActorName> = { appeal: 'author' }; // what is for those alone whom it concerns

/** Of what state the object is that the mutation is about, where that is not `visible`. */
const STATE: Record<string, 'deleted'> = { restorePost: 'deleted' };

/** Inputs that are fine, of mutations that the permissions table leaves to another spec. */
const OWN: Record<string, object> = {
  createToken: { name: 'Script', scopes: ['read'], password: PASSWORD },
  revokeToken: { tokenId: 'tok_1' },
  revokeSession: { sessionId: 'ses_1' },
  changePassword: { password: PASSWORD, newPassword: 'another long password' },
  changeName: { name: 'Another Name' },
  changeLanguage: { language: 'de' },
  deleteMyAccount: { password: PASSWORD, removeTexts: false },
};

interface Example {
  input: object;
  before: () => Promise<unknown>;
}

/** An input of each mutation that is fine, about objects that are there; out of the permissions table, so that a new mutation has one. */
export async function examplesIn(world: World): Promise<Map<string, Example>> {
  const { rows, kinds } = await readTable();
  const examples = new Map<string, Example>(Object.entries(OWN).map(([mutation, input]) => [mutation, { input, before: () => Promise.resolve() }]));
  const targets = new Map<string, Target>();
  const device = await kinds['categoryField']!.make(world, 'visible');
  const elsewhere = await world.insert('category', { slug: 'elsewhere', name: 'Elsewhere' });
  await world.insert('category_field', { category_id: elsewhere, key: 'device', label_de: 'Gerät', label_en: 'Device' }); // what is said when a thread goes there
  for (const row of rows.filter((each): each is MutationRow => 'mutation' in each)) {
    if (examples.has(row.mutation)) continue; // the first of several is the plain one
    const name = [row.on ?? []].flat()[0];
    const state = STATE[row.mutation] ?? 'visible';
    const known = `${name} ${state}`;
    if (name !== undefined && !targets.has(known)) targets.set(known, name === 'categoryField' ? device : await kinds[name]!.make(world, state));
    const target = name === undefined ? { id: '' } : targets.get(known)!;
    examples.set(row.mutation, { input: { ...row.input(target), ...(row.mutation === 'moveThread' ? { categoryId: `cat_${elsewhere}` } : {}) }, before: () => row.before?.(world, target, OTHERS[row.mutation] ?? ACTOR) ?? Promise.resolve() });
  }
  await world.db.query(`update member set password_hash = $1 where name = 'admin'`, [await hashPassword(PASSWORD)]);
  return examples;
}

export function ruleOf({ mutation, path, isId }: TextField): Rule | null {
  if (path === 'clientMutationId') return CALL_NAME;
  return RULES[`${mutation}.${path}`] ?? (isId ? ID : null);
}

/** Sends one text into one field, and undoes what that did. What is not as the field's rule says; null where all is. */
export async function faultOf(world: World, example: Example, field: TextField, text: string): Promise<string | null> {
  const rule = ruleOf(field)!;
  const sent = padded(text, rule.min);
  const put = rule.put?.(sent) ?? (field.path.endsWith('[]') ? { [field.path.slice(0, -2)]: [sent] } : { [field.path]: sent });
  const isSql = rule.told?.startsWith('select ') ?? false;
  const query = `mutation($input: ${field.input}!) { result: ${field.mutation}(input: $input) { ${rule.told && !isSql ? rule.told : ''} problem { code message ... on InvalidInput { fields { field code } } ... on NotAllowed { reason } ... on PrivateData { confirmation } } } }`;
  // as it would come over the wire
  const variables = JSON.parse(JSON.stringify({ input: { ...example.input, ...put } })) as Record<string, unknown>;
  const actor = OTHERS[field.mutation] ?? ACTOR;
  const { reply, found } = await world.undone(async () => {
    await example.before();
    const answered = await sayingSo(await world.ask(actor, query, variables), (more) => world.ask(actor, query, { input: { ...(variables['input'] as object), ...more } }));
    if (answered.errors || problemIn(answered)) return { reply: answered, found: undefined };
    return { reply: answered, found: isSql ? (await world.db.one<{ told: unknown }>(rule.told!))?.told : inside(answered.data!['result'], rule.told) };
  });
  const fault = judged(field, rule, sent, reply, found);
  return fault && `${field.mutation}.${field.path} with ${JSON.stringify(sent.slice(0, 80))}: ${fault}`;
}

/** Some texts hold what looks private: whoever sends them means it. */
function sayingSo(reply: Reply, again: (more: object) => Promise<Reply>): Promise<Reply> | Reply {
  const confirmation = problemIn(reply)?.confirmation;
  return confirmation === undefined ? reply : again({ privateDataConfirmation: confirmation });
}

interface Problem {
  code: string;
  confirmation?: string;
  fields?: { field: string; code: string }[];
}

function judged(field: TextField, rule: Rule, sent: string, reply: Reply, found: unknown): string | null {
  const [error] = reply.errors ?? [];
  if (error) return error.extensions?.['code'] === 'NOT_FOUND' && (rule.leads || rule === CALL_NAME) ? null : `${String(error.extensions?.['code'])}: ${error.message}`;
  const problem = problemIn(reply);
  const takes = rule.takes(sent);
  const at = field.path.split(/[.[]/)[0]!;
  if (problem) {
    if (takes === true) return `is to be taken, and is refused: ${JSON.stringify(problem)}`;
    if (rule.leads && isStorable(sent)) return null;
    if (problem.code !== 'InvalidInput') return `is refused as ${problem.code}`;
    return problem.fields!.some((fault) => fault.field === at || fault.field.startsWith(`${at}.`)) ? null : `the fault stands elsewhere: ${JSON.stringify(problem.fields)}`;
  }
  if (takes === false) return 'is to be refused, and is taken';
  const expected = rule.told === null ? undefined : rule.comes(sent);
  return JSON.stringify(found) === JSON.stringify(expected) ? null : `came back as ${JSON.stringify(found)}`;
}

function problemIn(reply: Reply): Problem | null {
  return ((reply.data?.['result'] as { problem: Problem | null } | null)?.problem) ?? null;
}

/** What stands at the end of a selection like `thread { opening { source } }`; of a list, its items as they are. */
function inside(value: unknown, told: string | null): unknown {
  if (told === null) return undefined;
  return told.replace(/[{}]/g, ' ').trim().split(/\s+/).reduce((at, name) => (Array.isArray(at) ? at : ((at as Record<string, unknown> | null)?.[name])), value);
}

/** Long enough to be taken, and beginning as it did. */
function padded(text: string, min: number): string {
  return [...text].length >= min ? text : `${text} and so on`;
}
