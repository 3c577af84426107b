import type { ThreadLock } from '#forum';
import type { Database } from '#platform/database';

/** Whether the team stands by a post, or by an answer that would go out of sight with it. */
export async function isOfficial(db: Database, { official, kind, threadId }: Awaited<ReturnType<ThreadLock['postInThread']>>): Promise<boolean> {
  if (official || kind !== 'opening') return official;
  return (await db.one('select from thread where id = $1 and has_official', [threadId])) !== undefined;
}
