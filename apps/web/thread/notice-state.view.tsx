import type { Page } from '../page/visit.js';
import { AttachedQuestions } from '../notices/attached.view.js';
import { Notice } from '../parts/notice.view.js';
import { Clock, ExpectedEnd, Since } from '../parts/service-notices.view.js';
import { ActButton } from './act-button.view.js';
import { SameProblemButton } from './same-problem.view.js';
import type { ThreadData } from './thread.view.js';

interface Props {
  page: Page;
  thread: ThreadData;
  notice: NonNullable<ThreadData['notice']>;
}

const UPDATES_OPEN = 3; // of those before the latest words nobody wants more at a glance

/** What an outage concerns, how far it has come, and what was said of it; what staff and those whom it concerns can do about it. */
export function NoticeState({ page, thread, notice }: Props) {
  const t = page.texts.notices;
  const { kind, state, affected, regions, categories, ongoing } = notice;
  return (
    <Notice kind="hint">
      <div class="notice-state">
        <p><span class="badge badge-waiting">{t.kinds[kind]}</span> <strong>{ongoing ? t.states[state] : t.over}</strong></p>
        <p class="meta">{ongoing || !notice.endedAt ? <Since page={page} at={notice.startedAt} /> : <span>{t.from} <Clock page={page} at={notice.startedAt} /> {t.until} <Clock page={page} at={notice.endedAt} /></span>}{ongoing && notice.expectedEndAt && <ExpectedEnd page={page} at={notice.expectedEndAt} overdue={notice.overdue} />}</p>
        <p>{t.affected} <span lang={thread.language}>{affected}</span></p>
        {regions.length > 0 && <p>{t.regions} <span lang={thread.language}>{regions.join(', ')}</span></p>}
        {categories.length > 0 && <p>{t.topics} {categories.map(({ slug, name }, at) => <>{at > 0 && ', '}<a href={page.href(`/c/${slug}`)}>{name}</a></>)}</p>}
        {ongoing ? <Concerned page={page} thread={thread} /> : <Works page={page} thread={thread} notice={notice} />}
        {thread.viewer.canUpdateNotice.allowed && (
          <div class="thread-acts">
            <a class="act" href={page.href(`${actsOn(thread)}/notice`)}>{t.update}</a>
            {ongoing && <a class="act" href={page.href(`${actsOn(thread)}/end-notice`)}>{t.end}</a>}
          </div>
        )}
        {notice.updates.length > 0 && <History page={page} thread={thread} notice={notice} />}
        <AttachedQuestions page={page} thread={thread} questions={notice.duplicates} />
      </div>
    </Notice>
  );
}

function Concerned({ page, thread }: { page: Page; thread: ThreadData }) {
  const t = page.texts.notices;
  return (
    <>
      {!thread.viewer.saidSameProblem && <p class="field-hint">{t.matchHere}</p>}
      <SameProblemButton page={page} thread={thread} />
    </>
  );
}

function Works({ page, thread, notice: { worksCount, brokenCount } }: Props) {
  const t = page.texts.notices;
  const { canSayWorks, saidWorks } = thread.viewer;
  const act = { page, action: `${actsOn(thread)}/works`, may: canSayWorks, back: page.href(thread.path), signIn: t.worksSignIn };
  return (
    <>
      <p><strong>{t.worksAsk}</strong></p>
      <div class="thread-acts">
        <ActButton {...act} fields={{ works: 'true' }} pressed={saidWorks === true}>{t.works}</ActButton>
        <ActButton {...act} fields={{ works: 'false' }} pressed={saidWorks === false}>{t.broken}</ActButton>
      </div>
      {(worksCount > 0 || brokenCount > 0) && <p class="meta">{worksCount > 0 && <span>{t.worksCount(worksCount)}</span>}{brokenCount > 0 && <span>{t.brokenCount(brokenCount)}</span>}</p>}
    </>
  );
}

function History({ page, thread, notice: { updates } }: Props) {
  const t = page.texts.notices;
  const [open, earlier] = [updates.slice(0, UPDATES_OPEN), updates.slice(UPDATES_OPEN)];
  return (
    <section class="notice-history" aria-labelledby="notice-history">
      <h2 id="notice-history">{t.history}</h2>
      <Updates page={page} thread={thread} updates={open} />
      {earlier.length > 0 && <details><summary>{t.earlier(earlier.length)}</summary><Updates page={page} thread={thread} updates={earlier} /></details>}
    </section>
  );
}

function Updates({ page, thread, updates }: { page: Page; thread: ThreadData; updates: Props['notice']['updates'] }) {
  const t = page.texts.notices;
  return (
    <ol>
      {updates.map(({ state, text, createdAt }) => (
        <li key={createdAt}>
          <Clock page={page} at={createdAt} /> <strong>{t.states[state]}</strong>
          {text && <p lang={thread.language}>{text}</p>}
        </li>
      ))}
    </ol>
  );
}

function actsOn({ id }: ThreadData): string {
  return `/t/${id.replace('thr_', '')}`;
}
