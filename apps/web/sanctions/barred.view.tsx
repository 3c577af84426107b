import type { Page } from '../page/visit.js';

/** On every page of somebody who may not take part for now: what they still may, until when, and the way to appeal. */
export function BarredNotice({ page }: { page: Page }) {
  const until = page.member?.suspendedUntil ?? page.member?.silencedUntil;
  if (!until) return null;
  const t = page.texts.sanctions;
  return <aside class="notice notice-hint barred" aria-label={page.texts.sanctions.whyAndAppeal}><p>{page.member?.suspendedUntil ? t.suspended : t.silenced} <strong><Exactly page={page} at={until.toISOString()} /></strong>. <a href={page.href('/standing/decisions')}>{t.whyAndAppeal}</a></p></aside>;
}

/** A moment to be relied on. */
export function Exactly({ page, at }: { page: Page; at: string }) {
  return <time datetime={at}>{page.texts.exact(new Date(at))}</time>;
}
