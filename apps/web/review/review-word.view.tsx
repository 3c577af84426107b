import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Prose } from '../parts/prose.view.js';
import { Exactly } from '../sanctions/barred.view.js';
import { DecisionParts } from '../sanctions/decisions.view.js';
import { stepWords } from '../sanctions/sanction.view.js';
import type { Item } from './review-item.view.js';

/** An appeal with what it is against, or a longer suspension that somebody asks for: all that is needed to decide. */
export function ReviewedWord({ page, item: { member, decision, sanction, post } }: { page: Page; item: Item }) {
  const t = page.texts.sanctions;
  return (
    <div class="card about-post">
      {member && <p><MemberName page={page} member={member} name={null} /> <a href={page.href(`/m/${member.id.replace('mem_', '')}/sanction`)}>{t.past}</a></p>}
      {decision ? <DecisionParts page={page} decision={{ ...decision, appeal: null }} /> : sanction && <p>{t.renewalAsked(sanction.by?.name ?? page.texts.notifications.someone, t.duration(sanction.hours ?? 0))}</p>}
      {sanction && <p>{stepWords(page, sanction)}: {page.texts.review.reasons[sanction.reason]}{sanction.note && <>: <bdi>{sanction.note}</bdi></>}</p>}
      {post && <Prose page={page} html={post.html} language={post.thread?.language ?? page.language} />}
      {decision?.appeal && (
        <>
          <h2>{t.says}</h2>
          <blockquote class="appeal"><p>{decision.appeal.body}</p></blockquote>
          <p class="soft">{t.dueAt} <Exactly page={page} at={decision.appeal.dueAt} /></p>
        </>
      )}
    </div>
  );
}
