import type pg from 'pg';
import { ACTS, type Targets } from './acts.js';
import { indexFaults, ledgerFaults } from './at-rest.js';
import { judge, type Ledger, type Call } from './replies.js';
import { type Operation, wavesOf } from './operation.js';
import { sightFaults } from './sight.js';
import { fingerprint, untruths } from './truth.js';
import { type Player, TAGS, type World } from './world.js';

/** How a story ended: after so many operations, with what was found. */
export interface Ending {
  played: number;
  fault: string | null;
}

const LOOK_EVERY = 20; // waves: one person looks at everything

/** Tells the story in a fresh world, and looks after each wave whether all is as it must be. */
export async function play(world: World, operations: readonly Operation[]): Promise<Ending> {
  await world.reset();
  const teller = new Teller(world);
  const [first, second] = world.lookers as [pg.Client, pg.Client];
  let played = 0;
  let number = 0;
  let [things, print] = await Promise.all([thingsThere(first), fingerprint(second)]);
  for (const wave of wavesOf(operations)) {
    const calls = teller.calls(wave, things);
    await Promise.all(calls.map((call) => teller.send(call)));
    played += wave.length;
    number += 1;
    const faults = judge(calls, teller.ledger);
    // one look behind the program after each wave, which is the look before the next
    const [broken, now, printed] = await Promise.all([untruths(world.owner), thingsThere(first), fingerprint(second)]);
    if (calls.length === 1 && calls[0]!.reply!.refusal && print !== printed) faults.push(`${calls[0]!.act} was refused (${calls[0]!.reply!.refusal}) and changed something`);
    [things, print] = [now, printed];
    faults.push(...broken);
    if (number % LOOK_EVERY === 0) faults.push(...(await sightFaults(world, world.players[(number / LOOK_EVERY) % world.players.length]!)));
    if (faults.length > 0) return { played, fault: told(faults) };
  }
  const faults = [...(await indexFaults(world)), ...(await ledgerFaults(world))];
  for (const player of world.players) faults.push(...(await sightFaults(world, player)));
  faults.push(...(await untruths(world.owner)));
  return { played, fault: faults.length > 0 ? told(faults) : null };
}

const told = (faults: string[]) => [...new Set(faults)].slice(0, 5).join('\n  ');

/** Turns operations into calls over HTTP, and keeps what was called under a name. */
class Teller {
  readonly ledger: Ledger = new Map();
  private readonly named: Call[] = [];
  private words = 0;

  constructor(private readonly world: World) {}

  calls(wave: readonly Operation[], things: Things): Call[] {
    return wave.flatMap((operation) => {
      const player = this.world.players[operation.who]!;
      if (operation.act === 'repeat') return this.named.length > 0 ? [again(this.named[this.named.length - 1 - (operation.on % this.named.length)]!, operation)] : [];
      const call = () => this.call(player, operation, things);
      if (operation.sent === 'once') return [call()];
      if (operation.sent === 'twice') return [call(), call()];
      const first = call();
      first.input['clientMutationId'] = `name-${this.words}`;
      this.named.push(first);
      return operation.sent === 'named' ? [first] : [first, { ...first }];
    });
  }

  async send(call: Call): Promise<void> {
    const selection = call.names ? `${call.names} { id }` : '';
    const { status, body } = await call.player.raw(
      `mutation($input: ${call.type}!) { done: ${call.field}(input: $input) { ${selection} clientMutationId problem { code message ... on InvalidInput { fields { field code } } ... on NotAllowed { reason } } } }`,
      { input: call.input },
    );
    const { done } = (body.data ?? { done: null }) as { done: Record<string, { id: string } | null> & { problem: { code: string; reason?: string; fields?: object[] } | null } | null };
    const error = body.errors?.[0]?.extensions.code;
    const problem = done?.problem;
    call.reply = {
      status,
      refusal: error ?? (problem ? [problem.code, problem.reason, problem.fields && JSON.stringify(problem.fields)].filter(Boolean).join(' ') : null),
      id: call.names ? (done?.[call.names]?.id ?? null) : null,
    };
  }

  private call(player: Player, operation: Operation, things: Things): Call {
    const { field, type, names, input } = ACTS[operation.act]!;
    this.words += 1;
    return { player, act: operation.act, field, type, names, input: input(this.targets(operation, things)), reply: null };
  }

  /** What the operation points at, as it is just now. */
  private targets({ on, to }: Operation, { threads, posts }: Things): Targets {
    const of = <T>(list: T[], at: number): T => list[list.length - 1 - (at % list.length)]!;
    const ofKind = (...kinds: string[]) => posts.filter(({ kind }) => kinds.includes(kind));
    // now and then a target that does not fit, which must be refused
    const fitting = (list: typeof posts) => of(list.length > 0 && to !== 0 ? list : posts, on);
    const post = of(posts, on);
    const parent = fitting(ofKind('opening', 'answer'));
    const answer = fitting(ofKind('answer'));
    const beside = posts.filter(({ kind, thread }) => kind === 'answer' && thread === answer.thread);
    return {
      thread: `thr_${of(threads, on)}`,
      otherThread: `thr_${of(threads, to)}`,
      post: `pst_${post.id}`,
      parent: `pst_${parent.id}`,
      answer: `pst_${answer.id}`,
      answersThread: `thr_${answer.thread}`,
      besideAnswer: `pst_${of(beside.length > 0 ? beside : posts, to).id}`,
      deleted: `pst_${fitting(posts.filter(({ state }) => state === 'deleted')).id}`,
      version: post.version,
      category: this.world.categories[to % this.world.categories.length]!,
      tags: TAGS.filter((_, at) => (to >> at) % 2 === 1),
      yes: to % 3 !== 0,
      to,
      word: `word${this.words}`,
    };
  }
}

interface Things {
  threads: string[];
  posts: { id: string; kind: string; state: string; version: number; thread: string }[];
}

async function thingsThere(owner: pg.Client): Promise<Things> {
  const { rows: posts } = await owner.query<Things['posts'][number]>({ name: 'posts', text: 'select id, kind, state, version, thread_id as thread from post order by id' });
  const { rows: threads } = await owner.query<{ id: string }>({ name: 'threads', text: 'select id from thread order by id' });
  return { threads: threads.map(({ id }) => id), posts };
}

/** The same call once more; or, under the same name, something else. */
function again(call: Call, { to }: Operation): Call {
  if (to % 3 !== 0) return { ...call };
  const changed = ['body', 'postId', 'threadId', 'targetId', 'itemId'].find((name) => name in call.input)!;
  return { ...call, input: { ...call.input, [changed]: changed === 'body' ? `${call.input[changed] as string} And more.` : `${call.input[changed] as string}0` } };
}
