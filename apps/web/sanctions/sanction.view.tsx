import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { REASONS } from '../review/flag.view.js';
import { Exactly } from './barred.view.js';
import type { sanctionsOperation } from './sanctions.operation.js';

type Shown = ResultOf<typeof sanctionsOperation>;
type Member = NonNullable<Shown['member']>;
type Rung = Shown['sanctionLadder'][number];
type Sanction = NonNullable<Member['sanctions']>[number];

interface Props {
  page: Page;
  member: Member;
  ladder: Rung[];
  /** The posts that it is for. */
  posts: string;
  typed: Record<string, string>;
  problem: ProblemParts | null;
  /** Of the form of which sanction; null: of the one that imposes. */
  about: string | null;
  done: boolean;
}

/** What was done about a member, and what comes next. */
export function SanctionView({ page, member, ladder, posts, typed, problem, about, done }: Props) {
  const t = page.texts.sanctions;
  const title = t.sanctionTitle(member.name);
  const next = valueOf(member.nextSanction ?? ladder[0]!);
  const chosen = typed['step'] ?? next;
  const path = `/m/${member.id.replace('mem_', '')}/sanction`;
  const own = about === null ? problem : null;
  const mayMore = page.member?.isStaff;
  return (
    <Layout page={page} title={title} hidden>
      <div class="reading">
        <h1>{title}</h1>
        {done && <Notice kind="done"><p>{t.done}</p></Notice>}
        <p class="intro"><MemberName page={page} member={member} name={null} />. {t.sanctionIntro}</p>
        <h2 class="standing-ledger">{t.past}</h2>
        {member.sanctions?.length === 0 && <p class="soft">{t.pastNone}</p>}
        <ul class="decisions">{member.sanctions?.map((sanction) => <Past key={sanction.id} page={page} path={path} sanction={sanction} typed={about === sanction.id ? typed : {}} problem={about === sanction.id ? problem : null} />)}</ul>
        <form method="post" action={page.href(path)}>
          <ProblemNotice problem={own} />
          <MutationId page={page} />
          <input type="hidden" name="posts" value={posts} />
          <fieldset class="reasons">
            <legend>{t.step}</legend>
            {ladder.filter(({ step, hours }) => mayMore || (step !== 'suspension' && (hours ?? 0) <= 72)).map((rung) => (
              <label key={valueOf(rung)} class="reason"><input type="radio" name="step" value={valueOf(rung)} checked={valueOf(rung) === chosen} /> <span>{stepWords(page, rung)} {valueOf(rung) === next && <span class="badge badge-kind">{t.next}</span>}</span></label>
            ))}
          </fieldset>
          <Field name="reason" label={t.why} problem={own}>
            {(control) => <select {...control}><option value="">{page.texts.review.whyMissing}</option>{REASONS.map((each) => <option key={each} value={each} selected={typed['reason'] === each}>{page.texts.review.reasons[each]}</option>)}</select>}
          </Field>
          <LineField name="note" label={t.note} hint={t.noteHint} optional={page.texts.ask.optional} value={about === null ? typed['note'] : ''} problem={own} autocomplete="off" />
          <p class="form-acts"><button type="submit" class="button">{t.send}</button></p>
        </form>
      </div>
    </Layout>
  );
}

function Past({ page, path, sanction, typed, problem }: { page: Page; path: string; sanction: Sanction; typed: Record<string, string>; problem: ProblemParts | null }) {
  const t = page.texts.sanctions;
  const { id, reason, note, createdAt, endsAt, isProposed, isRefused, isRunning, liftedAt, by } = sanction;
  const state = isProposed ? t.proposed : isRefused ? t.refused : liftedAt ? t.lifted : isRunning ? t.running : null;
  return (
    <li>
      <p><strong>{stepWords(page, sanction)}</strong> {state && <span class="badge badge-kind">{state}</span>}</p>
      <p class="soft"><Moment page={page} at={createdAt} />{endsAt && <>, {t.until} <Exactly page={page} at={endsAt} /></>}{by && <>, {by.name}</>}</p>
      <p>{page.texts.review.reasons[reason]}{note && <>: <bdi>{note}</bdi></>}</p>
      {isRunning && (
        <details {...(problem ? { open: true } : {})}>
          <summary>{t.lift}</summary>
          <form method="post" action={page.href(`${path}/lift`)}>
            <ProblemNotice problem={problem} />
            <MutationId page={page} />
            <input type="hidden" name="sanction" value={id} />
            <LineField name="reason" prefix={`${id}-`} label={t.liftWhy} hint={t.noteHint} value={typed['reason'] ?? ''} problem={problem} autocomplete="off" />
            <button type="submit" class="button button-quiet">{t.liftSend}</button>
          </form>
        </details>
      )}
    </li>
  );
}

/** A rung as one value of a form. */
export function valueOf({ step, hours }: Rung): string {
  return hours === null ? step : `${step}-${hours}`;
}

export function stepWords(page: Page, { step, hours }: Rung): string {
  const t = page.texts.sanctions;
  return step === 'notice' ? t.steps.notice : t.steps[step](t.duration(hours ?? 0));
}
