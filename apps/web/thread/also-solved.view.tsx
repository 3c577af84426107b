import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from './act-button.view.js';
import { type PostData, standing } from './post.fragment.js';
import type { ThreadData } from './thread.view.js';

/** A problem may have more than one solution: whoever tried this one says so, and the count tells the next. */
export function AlsoSolved({ page, thread, post }: { page: Page; thread: ThreadData; post: PostData }) {
  const t = page.texts.keeping;
  const { saidAlsoSolved, canSayAlsoSolved } = standing(post);
  if (thread.kind !== 'question') return null;
  // askers say it of the first by accepting it, and authors do not say it of their own
  const isAsker = page.member !== null && thread.author?.id === `mem_${page.member.key}`;
  const isAsked = canSayAlsoSolved.reason !== 'own-answer' && (!isAsker || saidAlsoSolved || (thread.hasAccepted && !post.accepted));
  return (
    <>
      {isAsked && (
        <ActButton
          stays page={page} action={`/p/${post.id.replace('pst_', '')}/also-solved`} may={canSayAlsoSolved} fields={{ also: String(!saidAlsoSolved) }}
          pressed={saidAlsoSolved} back={`${page.href(thread.path)}#${post.id}`} signIn={t.alsoSolvedSignIn}
        >
          <Icon name="hand" />{saidAlsoSolved ? t.alsoSolvedTaken : t.alsoSolved}
        </ActButton>
      )}
      {post.alsoSolvedCount > 0 && <span class="also-solved-count">{t.alsoSolvedCount(post.alsoSolvedCount)}</span>}
    </>
  );
}
