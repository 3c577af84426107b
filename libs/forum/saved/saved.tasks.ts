import type { TaskList } from 'graphile-worker';
import type { SavedSubmissions } from './saved-submissions.js';

/** What was too much at once when its writer's address was verified. */
export function savedTasks(saved: SavedSubmissions): TaskList {
  return {
    'publish-saved': async (payload) => {
      await saved.publish((payload as { memberId: string }).memberId);
    },
  };
}
