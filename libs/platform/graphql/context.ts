import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Actor, Credential } from '#platform/access';

/** What each resolver can ask for: who asks, and the loaders of this one request. */
export interface GraphqlContext {
  actor: Actor;
  /** By what they were let in, where they stay: a subscription asks again. */
  credential?: Credential;
  loaders: Map<string, unknown>;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return GqlExecutionContext.create(context).getContext<GraphqlContext>().actor;
});

/** The request's loader of that name: one statement for all the keys that a page asks for. A missing row is null. */
export function loaderOf<K extends string, V>(
  context: GraphqlContext,
  name: string,
  batch: (keys: readonly K[], actor: Actor) => Promise<Map<string, V>>,
): DataLoader<K, V | null> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<K, V | null>;
  const loader = new DataLoader<K, V | null>(async (keys) => {
    const found = await batch(keys, context.actor);
    return keys.map((key) => found.get(key) ?? null);
  });
  context.loaders.set(name, loader);
  return loader;
}

/** The request's collector of that name: what is asked for at the same moment is read together, in one statement. Nothing is kept. */
export function collectorOf<Wish, V>(context: GraphqlContext, name: string, read: (wishes: readonly Wish[], actor: Actor) => Promise<V[]>): DataLoader<Wish, V> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<Wish, V>;
  const collector = new DataLoader<Wish, V>((wishes) => read(wishes, context.actor), { cache: false });
  context.loaders.set(name, collector);
  return collector;
}
