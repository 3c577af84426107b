import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from './act-button.view.js';
import { type PostData, standing } from './post.fragment.js';
import type { ThreadData } from './thread.view.js';

export function Votes({ page, thread, post }: { page: Page; thread: ThreadData; post: PostData }) {
  const t = page.texts.thread;
  const { vote, canVoteUp, canVoteDown } = standing(post);
  const common = { page, stays: true, action: `/p/${post.id.replace('pst_', '')}/vote`, back: `${page.href(thread.path)}#${post.id}`, signIn: t.voteSignIn };
  const score = <span class="score" title={t.score(post.score)}><span aria-hidden="true" itemprop={thread.kind === 'question' ? 'upvoteCount' : undefined}>{post.score}</span><span class="unseen">{t.score(post.score)}</span></span>;
  if (canVoteUp?.reason === 'own-post') return <div class="votes votes-own"><Icon name="up" />{score}</div>; // buttons that none of them can press would only ask why
  return (
    <div class="votes">
      <ActButton {...common} may={canVoteUp} fields={{ vote: vote === 'up' ? 'none' : 'up' }} pressed={vote === 'up'} {...(vote === 'up' ? { label: t.helpfulTaken } : {})}>
        <Icon name="up" />{t.helpful}
      </ActButton>
      {score}
      <ActButton {...common} may={canVoteDown} fields={{ vote: vote === 'down' ? 'none' : 'down' }} pressed={vote === 'down'} {...(vote === 'down' ? { label: t.misleadingTaken } : {})}>
        <Icon name="down" /><span class="unseen">{t.misleading}</span>
      </ActButton>
    </div>
  );
}
