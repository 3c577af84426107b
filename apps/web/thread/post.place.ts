import { ANSWERS_A_PAGE } from './thread.page.js';

interface Written {
  post: { id: string } | null;
  thread: { path: string; answerCount: number } | null;
}

/** The address of a post in its thread. In a long one the address names the post (`shown`: the answer it hangs on), so that it is there on whatever page it stands. */
export function placeOf({ post, thread }: Written, shown = post?.id): string {
  const place = thread && thread.answerCount > ANSWERS_A_PAGE ? `?post=${shown}` : '';
  return `${thread?.path ?? '/'}${place}#${post?.id ?? ''}`;
}
