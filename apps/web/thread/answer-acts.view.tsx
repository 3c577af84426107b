import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from './act-button.view.js';
import { AlsoSolved } from './also-solved.view.js';
import { type PostData, standing } from './post.fragment.js';
import type { ThreadData } from './thread.view.js';

/** Accepting and marking official: shown to those alone who may, or may after some days; and that it solved it for others, too. */
export function AnswerActs({ page, thread, post }: { page: Page; thread: ThreadData; post: PostData }) {
  const t = page.texts.thread;
  const { canAccept, canMarkOfficial } = standing(post);
  const act = (name: string) => ({ page, action: `/p/${post.id.replace('pst_', '')}/${name}`, back: '', signIn: '' });
  const isToCome = canAccept.reason === 'asker-may-return' && !thread.hasAccepted;
  return (
    <>
      {(canAccept.allowed || isToCome) && (
        <ActButton {...act(post.accepted ? 'unaccept' : 'accept')} may={canAccept} pressed={post.accepted}><Icon name="check" />{post.accepted ? t.unaccept : t.accept}</ActButton>
      )}
      <AlsoSolved page={page} thread={thread} post={post} />
      {canMarkOfficial.allowed && (
        <ActButton {...act(post.official ? 'unmark-official' : 'mark-official')} pressed={post.official}><Icon name="shield" />{post.official ? t.unmarkOfficial : t.markOfficial}</ActButton>
      )}
      {page.member?.isStaff && (post.accepted || post.official) && post.state === 'visible' && thread.state === 'visible' && (
        <>
          <ActButton {...act('promote-to-faq')} label={page.texts.knowledge.promoteHint}>{page.texts.knowledge.promoteToFaq}</ActButton>
          <ActButton {...act('promote-to-article')}>{page.texts.knowledge.promoteToArticle}</ActButton>
        </>
      )}
    </>
  );
}
