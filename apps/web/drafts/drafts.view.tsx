import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { KeepTyped } from '../parts/writing-helps.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import type { draftsOperation } from './draft.operation.js';
import { formOf } from './save-draft.view.js';

type Draft = ResultOf<typeof draftsOperation>['drafts'][number];

export function DraftsView({ page, drafts }: { page: Page; drafts: readonly Draft[] }) {
  const t = page.texts.drafts;
  return (
    <Layout page={page} title={t.title} path="/drafts" hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="intro">{t.intro}</p>
        {drafts.length === 0 ? <p class="empty">{t.none}</p> : <ul class="drafts">{drafts.map((draft) => <li key={draft.place} class="card"><DraftItem page={page} draft={draft} /></li>)}</ul>}
        <KeepTyped page={page} />
      </div>
    </Layout>
  );
}

const SHOWN = 300; // characters: enough to know it again

function DraftItem({ page, draft }: { page: Page; draft: Draft }) {
  const t = page.texts.drafts;
  const { path, title } = belongingOf(page, draft);
  const text = draft.fields.find(({ name }) => name === 'body')?.value ?? '';
  return (
    <>
      <h2>{path ? <a href={page.href(path)}>{title}</a> : title}</h2>
      {text && <p class="draft-text">{[...text].slice(0, SHOWN).join('')}{[...text].length > SHOWN && ' …'}</p>}
      <p class="meta"><span>{t.savedAt} <Moment page={page} at={draft.updatedAt} /></span></p>
      <form method="post" action={page.href('/drafts/discard')} data-discards={formOf(draft.place)}>
        <MutationId page={page} />
        <input type="hidden" name="place" value={draft.place} />
        <button type="submit" class="button button-quiet">{t.discard}</button>
      </form>
    </>
  );
}

/** Where a draft is gone on with, and what that is called. What has gone meanwhile has no address, and its draft can still be read. */
function belongingOf(page: Page, { place, fields, thread, post }: Draft): { path: string | null; title: string } {
  const t = page.texts.drafts;
  const typed = fields.find(({ name }) => name === 'title')?.value.trim();
  if (place === 'ask') return { path: '/ask', title: typed || t.places.ask };
  if (place === 'announce') return { path: '/announce', title: typed || t.places.announce };
  const [form = ''] = place.split(':');
  const words = t.places[form as keyof typeof t.places] ?? t.title;
  if (thread) return { path: `${thread.path}#your-answer`, title: `${words}: ${thread.title}` };
  if (post?.thread) return { path: `${post.thread.path}#${post.id}`, title: `${words}: ${post.thread.title}` };
  return { path: null, title: words };
}
