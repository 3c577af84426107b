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

/** What is out of order right now: seen before anybody asks about it. */
export function ServiceNotices({ page, notices, hint }: Props) {
  const t = page.texts.notices;
  if (notices.length === 0) return null;
  return (
    <section class="service-notices" aria-labelledby="service-notices">
      <h2 id="service-notices">{t.title}</h2>
      {hint && <p class="field-hint">{hint}</p>}
      <ul>
        {notices.map(({ id, title, path, language, notice }) => (
          <li key={id}>
            <a href={page.href(path)} lang={language}>{title}</a>
            <span class="meta"><span>{notice?.affected}</span>{notice?.expectedEndAt && <ExpectedEnd page={page} at={notice.expectedEndAt} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By when it should be over: the time itself, since a page may be read long after it was made. */
export function ExpectedEnd({ page, at }: { page: Page; at: string }) {
  return <span>{page.texts.notices.expected} <time dateTime={at}>{page.texts.exact(new Date(at))}</time></span>;
}
