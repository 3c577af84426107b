import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';

type Name = keyof Page['texts']['helpers']['names'];
export interface BadgeParts { name: Name; amount: number; awardedAt: string }

/** On a profile: what somebody has done, for good. */
export function BadgeList({ page, badges }: { page: Page; badges: readonly BadgeParts[] }) {
  const t = page.texts.helpers;
  if (badges.length === 0) return null;
  return <ul class="badges" aria-label={t.badges}>{badges.map(({ name, amount }) => <li key={name} class="badge badge-kind" title={t.rules[name](amount)}>{t.names[name]}</li>)}</ul>;
}

/** On one's own page: all that there are, what each is for, and since when one has it. */
export function BadgeTable({ page, badges, rules }: { page: Page; badges: readonly BadgeParts[]; rules: readonly { name: Name; amount: number }[] }) {
  const t = page.texts.helpers;
  const held = new Map(badges.map((badge) => [badge.name, badge]));
  return (
    <section aria-labelledby="badges-title">
      <h2 id="badges-title">{t.badges}</h2>
      <ul class="badge-rules">
        {rules.map(({ name, amount }) => {
          const badge = held.get(name);
          return <li key={name}><strong>{t.names[name]}</strong> <span>{t.rules[name](amount)}</span> <span class="soft">{badge ? <>{t.since} <Moment page={page} at={badge.awardedAt} /></> : t.notYet}</span></li>;
        })}
      </ul>
    </section>
  );
}
