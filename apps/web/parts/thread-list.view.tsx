import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { Icon } from './icon.view.js';
import { MemberName, memberParts } from './member-name.view.js';
import { Moment } from './moment.view.js';
import { TagLinks } from './tag-links.view.js';

export const threadRow = graphql(
  `
    fragment ThreadRow on Thread {
      id kind title path language tags answerCount solved hasOfficial closed createdAt authorName
      category { slug name }
      author { ...MemberParts }
      viewer { unreadCount isNew }
    }
  `,
  [memberParts],
);

export type ThreadRowData = FragmentOf<typeof threadRow>;

/** `heading`: one deeper than the title above the list. */
export function ThreadList({ page, threads, heading, below }: { page: Page; threads: readonly ThreadRowData[]; heading: 'h2' | 'h3'; /** What stands below each. */ below?: (thread: ThreadRowData) => Child }) {
  return (
    <ul class="thread-list">
      {threads.map((thread) => <li key={thread.id} class="thread-row"><ThreadRow page={page} thread={thread} heading={heading} below={below?.(thread)} /></li>)}
    </ul>
  );
}

function ThreadRow({ page, thread, heading: Heading, below }: { page: Page; thread: ThreadRowData; heading: 'h2' | 'h3'; below: Child }) {
  const t = page.texts.lists;
  return (
    <>
      <AnswerCount page={page} thread={thread} />
      <div class="thread-row-text">
        <Heading class="thread-row-title"><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></Heading>
        <p class="meta">
          <Unread page={page} thread={thread} />
          <ThreadBadges page={page} thread={thread} />
          <a href={page.href(`/c/${thread.category.slug}`)}>{thread.category.name}</a>
          <span><MemberName page={page} member={thread.author} name={thread.authorName} /> {t.openedBy[thread.kind]} <Moment page={page} at={thread.createdAt} /></span>
        </p>
        <TagLinks page={page} tags={thread.tags} />
        {below}
      </div>
    </>
  );
}

/** What is new in it, for those who follow it or have been there. */
function Unread({ page, thread: { viewer } }: { page: Page; thread: ThreadRowData }) {
  const t = page.texts.following;
  if (viewer.isNew) return <span class="badge badge-unread">{t.isNew}</span>;
  return viewer.unreadCount > 0 ? <span class="badge badge-unread">{t.unread(viewer.unreadCount)}</span> : null;
}

/** How many answers, and by its outline whether one of them solved it. */
function AnswerCount({ page, thread }: { page: Page; thread: ThreadRowData }) {
  const t = page.texts.lists;
  const state = thread.solved ? 'solved' : thread.answerCount > 0 ? 'some' : 'none';
  return (
    <p class={`answer-count answer-count-${state}`}>
      <strong>{thread.answerCount}</strong> <span>{(thread.kind === 'question' ? t.answersShort : t.repliesShort)(thread.answerCount)}</span>
    </p>
  );
}

interface Badged {
  kind: ThreadRowData['kind'];
  solved: boolean;
  hasOfficial: boolean;
  closed: boolean;
}

export function ThreadBadges({ page, thread }: { page: Page; thread: Badged }) {
  const t = page.texts.lists;
  return (
    <>
      {thread.kind !== 'question' && <span class="badge badge-kind">{t.kinds[thread.kind]}</span>}
      {thread.solved && <span class="badge badge-solved"><Icon name="check" />{t.solved}</span>}
      {thread.hasOfficial && <span class="badge badge-official"><Icon name="shield" />{t.official}</span>}
      {thread.closed && <span class="badge badge-closed"><Icon name="lock" />{t.closed}</span>}
    </>
  );
}

/** `3 answers`, or `3 replies` where nothing was asked. */
export function answersWord(page: Page, { kind, answerCount }: Pick<ThreadRowData, 'kind' | 'answerCount'>): string {
  return (kind === 'question' ? page.texts.lists.answers : page.texts.lists.replies)(answerCount);
}
