import { fieldLabel } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { queryOf } from './hide-revision.view.js';
import { postPath } from './post-menu.view.js';
import { Changes } from './changes.view.js';
import type { historyOperation } from './keeping.operation.js';
import { ToPost } from './to-post.view.js';

type Post = NonNullable<ResultOf<typeof historyOperation>['post']>;
type Thread = NonNullable<Post['thread']>;
type Edit = Post['revisions']['nodes'][number];

/** The edits of a post, the latest first: who, when, why, and each word that came and went. */
export function HistoryView({ page, post, thread }: { page: Page; post: Post; thread: Thread }) {
  const t = page.texts.keeping.history;
  return (
    <Layout page={page} title={t.title} path={`${postPath(post.id)}/history`} hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <ToPost page={page} post={post} thread={thread} />
        {post.openedAs !== null && <p class="opened-as">{page.texts.merging.openedAs(post.openedAs)}</p>}
        {post.removals && post.removals.length > 0 && <Removals page={page} removals={post.removals} />}
        {post.revisions.nodes.length === 0 && <p class="empty">{post.state === 'deleted' ? t.noneDeleted : t.none}</p>}
        {post.revisions.nodes.length > 0 && <p class="field-hint">{t.legend} <ins>{t.came}</ins> <del>{t.went}</del></p>}
        {post.revisions.nodes.map((edit) => <OneEdit key={edit.number} page={page} post={post} edit={edit} language={thread.language} />)}
        <Pager page={page} info={post.revisions.pageInfo} path={`${postPath(post.id)}/history`} />
      </div>
    </Layout>
  );
}

function Removals({ page, removals }: { page: Page; removals: NonNullable<Post['removals']> }) {
  const t = page.texts.keeping.history;
  return (
    <section class="card edit-made" aria-labelledby="removals">
      <h2 id="removals">{t.removals}</h2>
      {removals.map(({ deleted, by, at, reason }) => (
        <p key={at}>{deleted ? t.deleted : t.restored} <MemberName page={page} member={by} /> <span class="meta"><Moment page={page} at={at} /></span>{reason && <><br />{t.reason} <bdi>{reason}</bdi></>}</p>
      ))}
    </section>
  );
}

function OneEdit({ page, post, edit, language }: { page: Page; post: Post; edit: Edit; language: string }) {
  const t = page.texts.keeping.history;
  const id = `edit-${edit.number}`;
  return (
    <article class="card edit-made" aria-labelledby={id}>
      <h2 id={id}>{t.edit(edit.number)}</h2>
      <p class="meta"><MemberName page={page} member={edit.editor} /> <Moment page={page} at={edit.createdAt} /></p>
      <Hidden page={page} edit={edit} />
      {edit.reason && <p>{t.reason} {edit.reason}</p>}
      {edit.titleChanges && <p class="changes changes-title" lang={language}><Changes page={page} segments={edit.titleChanges} /></p>}
      {edit.changes.some(({ kind }) => kind !== 'same') && <div class="changes" lang={language}><Changes page={page} segments={edit.changes} /></div>}
      {edit.fieldChanges.map((change) => (
        <p key={change.key}>{fieldLabel(page, change)}: {change.before !== null && <del><span class="unseen">[{t.went}: </span>{change.before}<span class="unseen">] </span></del>} {change.after !== null && <ins><span class="unseen">[{t.came}: </span>{change.after}<span class="unseen">]</span></ins>}</p>
      ))}
      {edit.tagsAdded.length > 0 && <p>{t.tagsAdded} <ins>{edit.tagsAdded.join(', ')}</ins></p>}
      {edit.tagsRemoved.length > 0 && <p>{t.tagsRemoved} <del>{edit.tagsRemoved.join(', ')}</del></p>}
      {page.member?.isStaff && <Hiding page={page} post={post} edit={edit} />}
    </article>
  );
}

/** Of which text nothing is shown, and why no word of the change stands here. */
function Hidden({ page, edit: { hidden, afterHidden } }: { page: Page; edit: Edit }) {
  const t = page.texts.keeping.hiding;
  if (!hidden && !afterHidden) return null;
  return <Notice kind="hint"><p>{hidden && t.hidden} {afterHidden && t.afterHidden} {page.member?.isStaff && t.seenByStaff}</p></Notice>;
}

function Hiding({ page, post, edit: { number, hidden } }: { page: Page; post: Post; edit: Edit }) {
  const t = page.texts.keeping.hiding;
  const path = `${postPath(post.id)}/history/${number}`;
  if (!hidden) return <p class="more"><a href={page.href(`${path}/hide${queryOf(page)}`)}>{t.link}</a></p>;
  return (
    <form method="post" action={page.href(`${path}/show${queryOf(page)}`)}>
      <MutationId page={page} />
      <button type="submit" class="button button-quiet">{t.show}</button>
    </form>
  );
}
