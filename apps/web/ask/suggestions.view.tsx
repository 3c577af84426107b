import { openedPath } from '../deflection/opened.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { type NoticeData, NoticeTold } from '../parts/service-notices.view.js';
import { answersWord, ThreadBadges, type ThreadRowData } from '../parts/thread-list.view.js';

type EntryData = { id: string; kind: 'article' | 'faq'; title: string; path: string; language: string };

interface Props {
  page: Page;
  suggested: { nodes: { thread: ThreadRowData | null; entry: EntryData | null }[] };
  /** What was typed. */
  asked: string;
  /** What is out of order and may be it, where the form does not tell of it by itself. */
  notices?: readonly NoticeData[];
}

/** The same as a page: scripts take the list out of it (elements/ask-live.ts). */
export function SuggestionsView(props: Props) {
  const { page } = props;
  return (
    <Layout page={page} title={page.texts.ask.title} path="/ask" hidden>
      <h1>{page.texts.ask.title}</h1>
      <Suggestions {...props} />
    </Layout>
  );
}

/** What may already answer the question. Links open beside the form, because what was typed stands only in it. */
export function Suggestions({ page, suggested, asked, notices = [] }: Props) {
  const t = page.texts.ask;
  const found = suggested.nodes.filter(({ thread }) => !notices.some((notice) => notice.id === thread?.id));
  const isAny = found.length > 0 || notices.length > 0;
  return (
    <section class="suggestions" role="status" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{isAny ? t.suggestions : t.suggestionsNone}</h2>
      {isAny && (
        <>
          <p class="field-hint">{t.suggestionsHint}</p>
          <ul>
            {notices.map((notice) => <li key={notice.id}><NoticeTold page={page} notice={notice} beside /></li>)}
            {found.map(({ thread, entry }) => (
              <li key={(entry ?? thread)!.id}>
                <a href={page.href(openedPath((entry ?? thread)!.path, asked))} target="_blank" rel="noopener" lang={(entry ?? thread)!.language}>{(entry ?? thread)!.title}</a>
                {entry && <p class="meta"><span class="badge badge-official"><Icon name="shield" />{page.texts.knowledge.kinds[entry.kind]}</span></p>}
                {thread && <p class="meta"><ThreadBadges page={page} thread={thread} /> <span>{answersWord(page, thread)}</span></p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
