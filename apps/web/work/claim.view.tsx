import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Moment } from '../parts/moment.view.js';

interface Claim {
  since: string;
  member: { id: string; name: string };
}

interface Props {
  page: Page;
  threadId: string;
  claim: Claim | null;
  /** Whether one may say that one is on it; false also where it would make no sense. */
  may: boolean;
  /** The list one comes back to; without it one comes to the question. */
  from?: string;
}

/** Who is on a question, and the one button with which a member says so, or gives it back. */
export function ClaimState({ page, threadId, claim, may, from }: Props) {
  const t = page.texts.work;
  const isOwn = claim !== null && page.member !== null && claim.member.id === `mem_${page.member.key}`;
  if (claim === null && !may) return null;
  return (
    <div class="claim">
      {claim && <p class="claim-word"><Icon name="comment" /> {isOwn ? t.youAreOn : t.isOn(claim.member.name)} <span class="meta"><Moment page={page} at={claim.since} /></span></p>}
      {may && (claim === null || isOwn) && (
        <form method="post" action={page.href(`/t/${threadId.replace('thr_', '')}/${isOwn ? 'give-back' : 'claim'}`)} class="act-form">
          <MutationId page={page} />
          {from && <input type="hidden" name="from" value={from} />}
          <button type="submit" class="act" title={isOwn ? undefined : t.claimHint}>{isOwn ? t.giveBack : t.claim}</button>
        </form>
      )}
    </div>
  );
}
