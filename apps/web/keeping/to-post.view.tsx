import type { Page } from '../page/visit.js';
import { placeOf } from '../thread/post.place.js';

interface Props {
  page: Page;
  post: { id: string; kind: string };
  thread: { title: string; path: string; language: string; answerCount: number };
}

/** Which post a page is about: the way back to it. */
export function ToPost({ page, post, thread }: Props) {
  // a comment is found by its own address, on whatever page it stands
  const path = post.kind === 'comment' ? `/p/${post.id.replace('pst_', '')}` : placeOf({ post, thread });
  return <p class="to-post"><a href={page.href(path)} lang={thread.language}>{thread.title}</a></p>;
}
