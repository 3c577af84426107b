import type { ResultOf } from '../graphql/document.js';
import type { notificationsOperation } from './notifications.operation.js';

export type Told = ResultOf<typeof notificationsOperation>['notifications']['nodes'][number];

/** The same thing done by several in one thread, told in one sentence. The first is the latest. */
export interface Group {
  first: Told;
  ids: string[];
  /** Names, each once; null for those who have left. */
  who: (string | null)[];
}

/** Folds a page of notifications: what is alike in kind, thread, what was said and being read stands together where its latest stands. */
export function grouped(told: readonly Told[]): Group[] {
  const groups = new Map<string, Group>();
  for (const each of told) {
    const key = [each.kind, each.times === null ? (each.threadId ?? each.id) : each.id, each.read, each.reason ?? '', each.said ?? '', each.duplicateTitle ?? ''].join(' ');
    const group = groups.get(key) ?? { first: each, ids: [], who: [] };
    group.ids.push(each.id);
    const name = each.actor?.name ?? null;
    if (!group.who.includes(name)) group.who.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}
