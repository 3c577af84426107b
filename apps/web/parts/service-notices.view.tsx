import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Page } from '../page/visit.js';
import { ActButton } from '../thread/act-button.view.js';
import { Icon } from './icon.view.js';

export const serviceNoticeParts = graphql(`
  fragment ServiceNoticeParts on Thread { id title path language notice { kind state affected startedAt expectedEndAt overdue matching } viewer { saidSameProblem canSaySameProblem { allowed reason message } } }
`);

export type NoticeData = FragmentOf<typeof serviceNoticeParts>;

interface Props {
  page: Page;
  notices: readonly NoticeData[];
  /** What it means for the one who reads it here. */
  hint?: string;
  /** Whether those in the other language stand open, too. */
  all?: boolean;
  /** Whether others stand above: what is left in the other language is then a click away in any case. */
  besides?: boolean;
}

/** What is out of order right now: seen before anybody asks about it. What is told in the reader's language stands open; the rest, mostly the same told to others, is a click away. */
export function ServiceNotices({ page, notices, hint, all = false, besides = false }: Props) {
  const t = page.texts.notices;
  if (notices.length === 0) return null;
  const own = notices.filter(({ language }) => all || language === page.language);
  const others = own.length > 0 || besides ? notices.filter((notice) => !own.includes(notice)) : [];
  const open = others.length > 0 ? own : notices;
  return (
    <section class="service-notices" aria-labelledby="service-notices">
      <h2 id="service-notices">{t.title}</h2>
      {hint && <p class="field-hint">{hint}</p>}
      {open.length > 0 && <ul>{open.map((notice) => <li key={notice.id}><NoticeTold page={page} notice={notice} /></li>)}</ul>}
      {others.length > 0 && (
        <details>
          <summary>{t.otherLanguage(others.length)}</summary>
          <ul>{others.map((notice) => <li key={notice.id}><NoticeTold page={page} notice={notice} /></li>)}</ul>
        </details>
      )}
    </section>
  );
}

/** Those that may well be what somebody is about to ask or looks for: one press, and they follow it instead. `unsent`: the form of the question that was held back for it. */
export function MatchingNotices({ page, notices, unsent = null }: { page: Page; notices: readonly NoticeData[]; unsent?: string | null }) {
  const t = page.texts.notices;
  const matching = notices.filter(({ notice }) => notice?.matching);
  if (matching.length === 0) return null;
  return (
    <section class="service-notices service-notices-match" aria-labelledby="matching-notices" role={unsent ? 'alert' : undefined}>
      <h2 id="matching-notices">{t.matchTitle}</h2>
      {unsent && <p><strong>{t.unsent}</strong></p>}
      <p class="field-hint">{t.matchHint}</p>
      <ul>
        {matching.map((notice) => (
          <li key={notice.id}>
            <NoticeTold page={page} notice={notice} />
            {notice.viewer.saidSameProblem ? <p><Icon name="check" /> {t.mineTaken}</p> : (
              <ActButton page={page} action={`/t/${notice.id.replace('thr_', '')}/same-problem`} fields={{ same: 'true' }} may={notice.viewer.canSaySameProblem} back={page.href(notice.path)} signIn={t.mineSignIn}>
                <Icon name="hand" />{t.mine}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {unsent && <p class="form-acts"><button type="submit" class="button button-quiet" form={unsent} name="act" value="post">{t.somethingElse}</button></p>}
    </section>
  );
}

/** `beside`: opens in a tab of its own, beside a form in which somebody types. */
export function NoticeTold({ page, notice: { title, path, language, notice }, beside = false }: { page: Page; notice: NoticeData; beside?: boolean }) {
  const t = page.texts.notices;
  return (
    <>
      <a class="service-notice-title" href={page.href(path)} lang={language} {...(beside ? { target: '_blank', rel: 'noopener' } : {})}>{title}</a>
      {notice && (
        <span class="meta">
          <span class="badge badge-waiting">{t.kinds[notice.kind]}</span>
          <span lang={language}>{notice.affected}</span>
          <span>{t.states[notice.state]}, <Since page={page} at={notice.startedAt} /></span>
          {notice.expectedEndAt && <ExpectedEnd page={page} at={notice.expectedEndAt} overdue={notice.overdue} />}
        </span>
      )}
    </>
  );
}

export function Since({ page, at }: { page: Page; at: string }) {
  return <span>{page.texts.notices.since} <Clock page={page} at={at} /></span>;
}

/** By when it should be over: the time itself, since a page may be read long after it was made. Once that has passed: that nobody has said more. */
export function ExpectedEnd({ page, at, overdue }: { page: Page; at: string; overdue: boolean }) {
  const t = page.texts.notices;
  return <span>{t.expected} <Clock page={page} at={at} />{overdue && <>, <strong>{t.noNewWord}</strong></>}</span>;
}

/** In the company's time zone, whoever reads it wherever. */
export function Clock({ page, at }: { page: Page; at: string }) {
  const date = new Date(at);
  return <time datetime={at} title={page.texts.whole(date, page.timeZone)}>{page.texts.brief(date, page.timeZone)}</time>;
}
