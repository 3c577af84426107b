import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';

export interface Permission {
  allowed: boolean;
  reason: string | null;
  message: string | null;
}

interface Props {
  page: Page;
  action: string;
  /** What the act is told beside the post: a vote, say. */
  fields?: Record<string, string>;
  may?: Permission;
  pressed?: boolean;
  /** What pressing does, where the words on the button do not say it all. */
  label?: string;
  /** Where to come back to after signing in. */
  back: string;
  signIn: string;
  /** Whether nothing but the row of buttons changes by it, so that scripts need not load the page anew (elements/acts-in-place.ts). */
  stays?: boolean;
  children: Child;
}

/** One act as one button: a form for those who may, the way to sign in for guests, and for others the reason why not, which also a finger can open. */
export function ActButton({ page, action, fields = {}, may, pressed, label, back, signIn, stays = false, children }: Props) {
  if (may && !may.allowed) {
    if (may.reason === 'sign-in-needed') return <a class="act" href={page.href(`/sign-in?next=${encodeURIComponent(back)}`)} title={signIn} rel="nofollow">{children}<span class="unseen"> ({signIn})</span></a>;
    return <details class="act-why"><summary class="act act-off">{children}</summary><p role="note">{may.message}</p></details>;
  }
  return (
    <form method="post" action={page.href(action)} class="act-form" data-stay={stays ? '' : undefined}>
      <MutationId page={page} />
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button type="submit" class={pressed ? 'act act-pressed' : 'act'} title={label} aria-label={label}>{children}</button>
    </form>
  );
}
