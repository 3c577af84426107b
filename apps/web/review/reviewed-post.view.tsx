import { postPath } from '../keeping/post-menu.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Prose } from '../parts/prose.view.js';
import { placeOf } from '../thread/post.place.js';
import type { Item } from './review-item.view.js';

type Post = NonNullable<Item['post']>;

/** What a reported post says and where, who reported it and why, what was decided about it before, and who wrote it. */
export function ReviewedPost({ page, item, post, thread }: { page: Page; item: Item; post: Post; thread: NonNullable<Post['thread']> }) {
  const t = page.texts.review;
  return (
    <>
      <blockquote class="card about-post" aria-label={t.thePost}>
        <p class="meta"><a href={page.href(post.kind === 'comment' ? `/p/${post.id.replace('pst_', '')}` : placeOf({ post, thread }))} lang={thread.language}>{thread.title}</a> {post.state !== 'visible' && <span class="badge badge-kind">{item.isHidden && post.state === 'hidden' ? t.hiddenByFlags : page.texts.keeping.states[post.state]}</span>} {item.mendedAt && <span class="badge badge-kind">{t.mended}</span>} {post.editedAt && <span><a href={page.href(`${postPath(post.id)}/history`)}>{t.edited}</a> <Moment page={page} at={post.editedAt} /></span>}</p>
        <Prose page={page} html={post.html} language={thread.language} />
        <p class="meta"><MemberName page={page} member={post.author} name={post.authorName} /> <Moment page={page} at={post.createdAt} /></p>
        {post.author && <p class="meta"><span>{page.texts.standing.rank} {post.author.rank}</span> <span>{page.texts.standing.profile(post.author.points)}</span> <span>{page.texts.people.memberSince} {page.texts.day(new Date(post.author.createdAt))}</span> <span>{t.record(item.record.fine, item.record.hidden, item.record.deleted)}</span> {post.author.role === 'customer' && <a href={page.href(`/m/${post.author.id.replace('mem_', '')}/sanction?post=${post.id.replace('pst_', '')}`)}>{page.texts.sanctions.aboutAuthor}</a>}</p>}
      </blockquote>
      {item.signals.length > 0 && (
        <section class="review-flags" aria-labelledby="held-title">
          <h2 id="held-title">{t.heldFor}</h2>
          <ul>{item.signals.map((each) => <li key={each}>{t.signalSentences[each]}</li>)}</ul>
        </section>
      )}
      {item.flags.length > 0 && <section class="review-flags" aria-labelledby="reported-title">
        <h2 id="reported-title">{t.reportedAs}</h2>
        <ul>{item.flags.map(({ reason, member, note, createdAt }) => <li key={createdAt}><strong>{t.reasons[reason]}</strong>, <MemberName page={page} member={member} name={null} />{note && <>: <q>{note}</q></>} <span class="soft"><Moment page={page} at={createdAt} /></span></li>)}</ul>
      </section>}
      {item.earlier.length > 0 && (
        <section class="review-flags" aria-labelledby="earlier-title">
          <h2 id="earlier-title">{t.earlier}</h2>
          <ul>{item.earlier.map(({ decision, reason, by, decidedAt }) => <li key={decidedAt}><strong>{t.decided[decision]}</strong>{reason && <>: {t.reasons[reason]}</>}, <MemberName page={page} member={by} name={null} /> <span class="soft"><Moment page={page} at={decidedAt} /></span></li>)}</ul>
        </section>
      )}
    </>
  );
}
