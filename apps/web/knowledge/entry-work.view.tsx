import { Changes } from '../keeping/changes.view.js';
import { Menu } from '../keeping/menu.view.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import type { Entry } from './entry.view.js';
import { ProposedBecause } from './proposed.view.js';
import { splitPath } from './split.view.js';

interface Props {
  page: Page;
  entry: Entry;
  /** What came back from one of the forms. */
  typed: Record<string, string>;
  problem: ProblemParts | null;
}

const MAY = { allowed: true, reason: null, message: null };

/** For those who look after it: why somebody has to, what waits, and what can be decided. */
export function EntryWork({ page, entry, typed, problem }: Props) {
  const t = page.texts.knowledge;
  const { canEdit, canPublish, canReject, canArchive } = entry.viewer;
  const path = `/kb/${entry.id.replace('kno_', '')}`;
  return (
    <section class="card entry-work" aria-label={t.work}>
      <p><strong>{t.states[entry.state]}</strong> {entry.isPublic ? t.isPublic : t.isNotPublic}</p>
      {(entry.reviewReasons ?? []).length > 0 && <ul class="entry-reasons">{entry.reviewReasons!.map((reason) => <li key={reason}>{t.reasons[reason]}</li>)}</ul>}
      {entry.sourceUpdate && canEdit?.allowed && <p><a class="button button-quiet" href={page.href(`${path}/edit?take=1`)}>{t.takeOver}</a> <span class="field-hint">{t.takeOverHint(entry.sourceUpdate.conflicts.length)}</span></p>}
      {entry.proposal && <ProposedBecause page={page} proposal={entry.proposal} />}
      {entry.rejectedBecause && <p>{t.rejectedBecause} <q>{entry.rejectedBecause}</q></p>}
      {entry.waiting && (
        <details open>
          <summary>{t.waiting} <span class="meta"><Moment page={page} at={entry.waiting.at} /> {entry.waiting.author && <MemberName page={page} member={entry.waiting.author} name={null} />}</span></summary>
          <p class="field-hint">{page.texts.keeping.history.legend} <ins>{page.texts.keeping.history.came}</ins> <del>{page.texts.keeping.history.went}</del></p>
          <p class="changes changes-title" lang={entry.language}>{entry.waiting.titleChanges ? <Changes page={page} segments={entry.waiting.titleChanges} /> : entry.waiting.title}</p>
          <div class="changes entry-waiting" lang={entry.language} tabindex={0}><Changes page={page} segments={entry.waiting.changes} /></div>
        </details>
      )}
      <div class="thread-acts">
        {canPublish?.allowed && <Decide page={page} entry={entry} act="publish" words={entry.state === 'archived' || (entry.publishedAt && !entry.isPublic) ? t.publishAgain : entry.publishedAt && !entry.waiting ? t.stillRight : t.publish} loud />}
        {canEdit?.allowed && <a class="act" href={page.href(`${path}/edit`)}>{t.edit}</a>}
        {entry.waiting && canEdit?.allowed && <Decide page={page} entry={entry} act="discard" words={t.discard} />}
        {canArchive?.allowed && entry.state !== 'archived' && <Decide page={page} entry={entry} act="archive" words={t.archive} />}
        {canEdit?.allowed && <Menu page={page} label={t.more} entries={[
          ...(canPublish?.allowed ? [{ words: t.split, path: splitPath(entry), may: MAY }] : []),
          { words: t.versions, path: `${path}/versions`, may: MAY },
          ...(entry.translations.length === 0 ? [{ words: t.translate, path: `/kb/new?kind=${entry.kind}&original=${entry.id.replace('kno_', '')}&title=${encodeURIComponent(entry.title)}`, may: MAY }] : []),
        ]} />}
      </div>
      {canReject?.allowed && entry.state !== 'rejected' && (
        <details class="entry-decision" open={'reason' in typed}>
          <summary>{t.reject}</summary>
          <form method="post" action={page.href(`${path}/reject`)}>
            <MutationId page={page} />
            <LineField name="reason" label={t.rejectWhy} value={typed['reason'] ?? ''} problem={problem} autocomplete="off" />
            <button type="submit" class="button button-quiet">{t.reject}</button>
          </form>
        </details>
      )}
      {canPublish?.allowed && (
        <details class="entry-decision" open={'intoId' in typed}>
          <summary>{t.merge}</summary>
          <form method="post" action={page.href(`${path}/merge`)}>
            <MutationId page={page} />
            <Alike page={page} entry={entry} chosen={typed['chosen'] ?? ''} />
            <LineField name="intoId" label={t.mergeInto} hint={t.mergeHint} value={typed['intoId'] ?? ''} problem={problem} autocomplete="off" />
            <button type="submit" class="button button-quiet">{t.merge}</button>
          </form>
        </details>
      )}
      {entry.helpful + entry.notHelpful > 0 && <p class="meta"><span>{t.said(entry.helpful, entry.notHelpful)}</span></p>}
      <p class="meta">{entry.owner && <span>{t.owner} <MemberName page={page} member={entry.owner} name={null} /></span>} {entry.reviewDueAt && <span>{t.due} <time datetime={entry.reviewDueAt}>{page.texts.day(new Date(entry.reviewDueAt))}</time></span>}</p>
    </section>
  );
}

/** Those that say something alike, to choose from; any other is named. */
function Alike({ page, entry: { kind, related = [] }, chosen }: { page: Page; entry: Entry; chosen: string }) {
  const alike = related.filter((other) => other.kind === kind);
  if (alike.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{page.texts.knowledge.mergeAlike}</legend>
      {alike.map(({ id, title, path, language }) => (
        <p key={id} class="choice-line"><label><input type="radio" name="chosen" value={id} checked={chosen === id} /> <span lang={language}>{title}</span></label> <a href={page.href(path)}>{page.texts.knowledge.look}</a></p>
      ))}
    </fieldset>
  );
}

function Decide({ page, entry, act, words, loud }: { page: Page; entry: Entry; act: 'publish' | 'archive' | 'discard'; words: string; loud?: true }) {
  return (
    <form method="post" action={page.href(`/kb/${entry.id.replace('kno_', '')}/${act}`)} class="act-form">
      <MutationId page={page} />
      <input type="hidden" name="basedOn" value={String(entry.version)} />
      <button type="submit" class={loud ? 'button' : 'act'}>{words}</button>
    </form>
  );
}
