import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Page } from '../page/visit.js';

export const serviceNoticeParts = graphql(`
  fragment ServiceNoticeParts on Thread { id title path language notice { affected expectedEndAt } }
`);

interface Props {
  page: Page;
  notices: readonly FragmentOf<typeof serviceNoticeParts>[];
  /** What it means for the one who reads it here. */
  hint?: string;
}

/** What is out of order right now: seen before anybody asks about it. What is told in the reader's language stands open; the rest, mostly the same told to others, is a click away. */
export function ServiceNotices({ page, notices, hint }: Props) {
  const t = page.texts.notices;
  if (notices.length === 0) return null;
  const own = notices.filter(({ language }) => language === page.language);
  const others = own.length > 0 ? notices.filter((notice) => !own.includes(notice)) : [];
  return (
    <section class="service-notices" aria-labelledby="service-notices">
      <h2 id="service-notices">{t.title}</h2>
      {hint && <p class="field-hint">{hint}</p>}
      <Notices page={page} notices={own.length > 0 ? own : notices} />
      {others.length > 0 && (
        <details>
          <summary>{t.otherLanguage(others.length)}</summary>
          <Notices page={page} notices={others} />
        </details>
      )}
    </section>
  );
}

function Notices({ page, notices }: Props) {
  return (
    <ul>
      {notices.map(({ id, title, path, language, notice }) => (
        <li key={id}>
          <a href={page.href(path)} lang={language}>{title}</a>
          <span class="meta"><span lang={language}>{notice?.affected}</span>{notice?.expectedEndAt && <ExpectedEnd page={page} at={notice.expectedEndAt} />}</span>
        </li>
      ))}
    </ul>
  );
}

/** By when it should be over: the time itself, since a page may be read long after it was made. */
export function ExpectedEnd({ page, at }: { page: Page; at: string }) {
  return <span>{page.texts.notices.expected} <time datetime={at}>{page.texts.exact(new Date(at))}</time></span>;
}
