import { TagsField } from '../ask/ask.view.js';
import { type FieldData, FieldInputs, fieldLabel } from '../fields/field-inputs.view.js';
import { FilesField } from '../files/files-field.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import { AgreeField } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { WritingHelps } from '../parts/writing-helps.view.js';
import { LineField, TextField } from '../parts/field.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Preview } from '../parts/preview.view.js';
import { Writing } from '../screening/writing.view.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { EditTyped } from './edit.typed.js';
import type { editFormOperation } from './keeping.operation.js';
import { postPath } from './post-menu.view.js';
import { ToPost } from './to-post.view.js';

type Post = NonNullable<ResultOf<typeof editFormOperation>['post']>;
type Thread = NonNullable<Post['thread']>;

interface Props {
  page: Page;
  post: Post;
  thread: Thread;
  tags: { name: string }[];
  /** What the category asks for. */
  asked: readonly FieldData[];
  typed: EditTyped | null;
  problem: ProblemParts | null;
  preview: string | null;
  masked: boolean;
}

/** The form begins with what stands there; `basedOn` says which version that was. */
export function EditView({ page, post, thread, tags, asked, typed, problem, preview, masked }: Props) {
  const t = page.texts.keeping.edit;
  const isOpening = post.kind === 'opening';
  const changed = problem?.__typename === 'Conflict' && typed !== null && typed.basedOn !== post.version;
  const { body, reason } = typed ?? { body: post.source, reason: '' };
  const editPath = `${postPath(post.id)}/edit`;
  const isOwn = post.author !== null && post.author.id === `mem_${page.member?.key}`;
  return (
    <Layout page={page} title={t.title[post.kind]} hidden>
      <div class={changed ? 'edit edit-beside' : 'edit'}>
        <h1>{t.title[post.kind]}</h1>
        <ToPost page={page} post={post} thread={thread} />
        {!isOwn && <p class="field-hint">{t.others}</p>}
        {changed && <Present page={page} post={post} thread={thread} />}
        <form class="edit-form" method="post" enctype="multipart/form-data" action={page.href(editPath)} data-stands-since={typed ? undefined : (post.editedAt ?? post.createdAt)}>
          <SendingNotice page={page} problem={problem} masked={masked} confirmed={typed?.confirmed} />
          {preview !== null && <Preview page={page} html={preview} />}
          <MutationId page={page} />
          <AgreeField page={page} />
          <Writing page={page} fresh={false} />
          <input type="hidden" name="basedOn" value={changed || !typed ? post.version : typed.basedOn} />
          {isOpening && <LineField name="title" label={t.titleLabel} value={typed?.title ?? thread.title} problem={problem} autocomplete="off" />}
          <TextField tools name="body" label={t.bodyLabel} rows={post.kind === 'comment' ? 4 : 12} value={body} problem={problem} />
          <MarkdownHelp page={page} />
          {isOpening && <FieldInputs page={page} fields={changeable(asked, thread)} typed={typed?.fields ?? saidIn(thread)} problem={problem} />}
          {isOpening && <TagsField page={page} offer={{ categories: [], tags }} typed={typed?.tags ?? thread.tags.join(', ')} problem={problem} />}
          <LineField name="reason" label={t.reasonLabel} hint={t.reasonHint} optional={page.texts.ask.optional} value={reason} problem={problem} autocomplete="off" />
          <FilesField page={page} problem={problem} />
          <p class="form-acts">
            <button type="submit" class="button" name="act" value="save">{t.send}</button>
            <button type="submit" class="button button-quiet" name="act" value="preview">{page.texts.ask.preview}</button>
            <a class="button button-quiet" href={page.href(postPath(post.id))} data-discards={editPath}>{t.keep}</a>
          </p>
        </form>
        <WritingHelps page={page} />
      </div>
    </Layout>
  );
}

/** Who it was, and when; a slip of the pen that its author has mended at once stands in no history. */
function ChangedBy({ page, post: { author, authorName, version, revisions } }: { page: Page; post: Post }) {
  const t = page.texts.keeping.edit;
  const latest = revisions?.nodes[0];
  if (latest && (latest.version ?? version) === version) return <p>{t.changedBy} <MemberName page={page} member={latest.editor} /> <Moment page={page} at={latest.createdAt} /></p>;
  return <p>{t.changedBy} <MemberName page={page} member={author} name={authorName} /> {t.mended}</p>;
}

/** What was said where it is asked for no more, stood in another category, or is no choice any more, can be kept, changed and taken away as well. */
function changeable(asked: readonly FieldData[], { fields }: Thread): FieldData[] {
  const elsewhere = fields.filter(({ key }) => !asked.some((field) => field.key === key));
  const said = new Map(fields.map(({ key, value }) => [key, value]));
  const withSaid = asked.map((field) => (field.choices && said.has(field.key) ? { ...field, choices: [...new Set([...field.choices, said.get(field.key)!])] } : field));
  return [...withSaid, ...elsewhere.map(({ key, labelDe, labelEn }) => ({ id: key, key, labelDe, labelEn, choices: null, required: false }))];
}

function saidIn({ fields }: Thread): Record<string, string> {
  return Object.fromEntries(fields.map(({ key, value }) => [key, value]));
}

/** What another has made of it meanwhile, to be compared with what was typed, and copied from. */
function Present({ page, post, thread }: { page: Page; post: Post; thread: Thread }) {
  const t = page.texts.keeping.edit;
  return (
    <section class="card present" aria-labelledby="present-title">
      <h2 id="present-title">{t.present}</h2>
      <ChangedBy page={page} post={post} />
      {post.kind === 'opening' && <p lang={thread.language}><strong>{thread.title}</strong>{thread.tags.length > 0 && <> ({thread.tags.join(', ')})</>}</p>}
      {post.kind === 'opening' && thread.fields.map((field) => <p key={field.key}>{fieldLabel(page, field)}: {field.value}</p>)}
      <pre class="source" lang={thread.language} tabindex={0}>{post.source}</pre>
      <p><a href={page.href(`/p/${post.id.replace('pst_', '')}/history`)}>{page.texts.keeping.history.link}</a></p>
    </section>
  );
}
