import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from '../thread/act-button.view.js';
import { postPath } from './post-menu.view.js';
import { wholeWord } from './whole.words.js';

type State = 'visible' | 'held' | 'hidden' | 'deleted';

interface Props {
  page: Page;
  post: { id: string; state: State; viewer?: { deletedIt: boolean; canRestore: { allowed: boolean } } };
  /** Of an opening, which takes its thread along: what kind of thread that is. */
  whole?: Parameters<typeof wholeWord>[1] | undefined;
}

/** On a post that not everyone sees: that it is so, who does, and the way back. */
export function StateNotice({ page, post: { id, state, viewer }, whole }: Props) {
  const t = page.texts.keeping;
  if (state === 'visible') return null;
  const said = state === 'deleted' && viewer?.deletedIt ? 'deletedByYou' : state === 'hidden' && !page.member?.keepsOrder ? 'hiddenOfYours' : state;
  return (
    <div class="state-notice">
      <p><Icon name="unseen" /> {whole ? t.threadStates[said](wholeWord(page, whole)) : t.states[said]}</p>
      {state === 'deleted' && page.member?.keepsOrder && <p><a href={page.href(`${postPath(id)}/history`)}>{t.history.link}</a></p>}
      {viewer?.canRestore.allowed && <ActButton page={page} action={`${postPath(id)}/restore`} back="" signIn="">{t.restore}</ActButton>}
    </div>
  );
}

/** A deleted text stays at hand, folded away: it is no part of what is read here. Nor is, for whoever has muted its author, what that one wrote. */
export function Folded({ page, state, by, children }: { page: Page; state: State; by: { id: string } | null; children: Child }) {
  const isMuted = by !== null && (page.member?.muted.some((key) => by.id === `mem_${key}`) ?? false);
  if (state !== 'deleted' && !isMuted) return <>{children}</>;
  return <details class="folded-text"><summary>{isMuted ? page.texts.keeping.showMuted : page.texts.keeping.showDeleted}</summary>{children}</details>;
}
