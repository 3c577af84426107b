/** Whether somebody other than the member has put a thread where it stands: then the log says so. */
export const movedByOthers = (thread: string, member: string): string =>
  `exists (select from moderation_entry m where m.thread_id = ${thread} and m.act = 'move-thread' and m.actor_id is distinct from ${member})`;
