import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { Notice } from '../parts/notice.view.js';
import { SolvedFor } from '../deflection/solved-question.view.js';
import { ClaimState } from '../work/claim.view.js';
import { threadWords } from './thread.words.js';
import type { ThreadData } from './thread.view.js';

/** Before anything else: is it solved, and by what; is it closed, and why. */
export function ThreadState({ page, thread }: { page: Page; thread: ThreadData }) {
  return (
    <>
      {thread.closed && <Closed page={page} thread={thread} />}
      {thread.kind === 'question' && !thread.closed && <ClaimState page={page} threadId={thread.id} claim={thread.claim} may={page.member !== null && thread.viewer.canClaim.allowed} />}
      <FirstUnread page={page} thread={thread} />
      {thread.solved && <Solved page={page} thread={thread} />}
      <SolvedFor page={page} thread={thread} />
    </>
  );
}

/** For those who were here before: straight to what they have not read, on whatever page of the answers it stands. */
function FirstUnread({ page, thread: { path, viewer: { firstUnread, unreadCount } } }: { page: Page; thread: ThreadData }) {
  if (!firstUnread) return null;
  const { firstUnread: words, unread } = page.texts.following;
  return <p class="first-unread"><a href={page.href(`${path}?post=${firstUnread.underId ?? firstUnread.id}#${firstUnread.id}`)}>{words}</a> ({unread(unreadCount)})</p>;
}

function Closed({ page, thread: { kind, closeReason, duplicateOf } }: { page: Page; thread: ThreadData }) {
  const { closedNotice, duplicateOf: same } = threadWords(page, kind);
  const reason = closeReason !== null && Object.hasOwn(closedNotice, closeReason) ? (closeReason as keyof typeof closedNotice) : 'other';
  return (
    <Notice kind="hint">
      <p><Icon name="lock" /> {closedNotice[reason]}</p>
      {duplicateOf && <p>{same} <a href={page.href(duplicateOf.path)} lang={duplicateOf.language}>{duplicateOf.title}</a></p>}
    </Notice>
  );
}

function Solved({ page, thread }: { page: Page; thread: ThreadData }) {
  const t = page.texts.thread;
  const { nodes } = thread.answers;
  // accepted and official answers lead the list: what is not on this page is on the first
  const to = (id: string | undefined) => `${id && nodes.some((answer) => answer.id === id) ? '' : page.href(thread.path)}#${id ?? 'answers'}`;
  const accepted = nodes.find((answer) => answer.accepted);
  const official = nodes.find((answer) => answer.official && !answer.accepted);
  const isBoth = nodes.some((answer) => answer.official && answer.accepted);
  return (
    <div class="solved">
      <p class="solved-word"><Icon name="check" /> {t.solvedNotice}</p>
      {thread.hasAccepted && <a href={to(accepted?.id)}>{t.jumpAccepted}</a>}
      {thread.hasOfficial && (official || !isBoth) && <a href={to(official?.id)}>{t.jumpOfficial}</a>}
    </div>
  );
}
