import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from './act-button.view.js';
import type { PostData } from './post.fragment.js';

/** Accepting and marking official: shown to those alone who may. */
export function AnswerActs({ page, post }: { page: Page; post: PostData }) {
  const t = page.texts.thread;
  const act = (name: string) => ({ page, action: `/p/${post.id.replace('pst_', '')}/${name}`, back: '', signIn: '' });
  return (
    <>
      {post.viewer.canAccept.allowed && (
        <ActButton {...act(post.accepted ? 'unaccept' : 'accept')} pressed={post.accepted}><Icon name="check" />{post.accepted ? t.unaccept : t.accept}</ActButton>
      )}
      {post.viewer.canMarkOfficial.allowed && (
        <ActButton {...act(post.official ? 'unmark-official' : 'mark-official')} pressed={post.official}><Icon name="shield" />{post.official ? t.unmarkOfficial : t.markOfficial}</ActButton>
      )}
    </>
  );
}
