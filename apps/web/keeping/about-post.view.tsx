import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Prose } from '../parts/prose.view.js';

type Author = Parameters<typeof MemberName>[0]['member'];

/** The post that a page asks something about, whole. */
export function AboutPost({ page, post, language }: { page: Page; post: { html: string; author: Author; authorName: string | null }; language: string }) {
  return (
    <blockquote class="card about-post">
      <p class="post-by"><MemberName page={page} member={post.author} name={post.authorName} /></p>
      <Prose page={page} html={post.html} language={language} />
    </blockquote>
  );
}
