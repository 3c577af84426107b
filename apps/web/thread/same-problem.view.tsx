import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { ActButton } from './act-button.view.js';
import type { ThreadData } from './thread.view.js';

interface Props {
  page: Page;
  thread: ThreadData;
}

/** Below a question; a notice has it where it says how far it has come. */
export function SameProblem({ page, thread }: Props) {
  return thread.kind === 'question' ? <SameProblemButton page={page} thread={thread} /> : null;
}

export function SameProblemButton({ page, thread }: Props) {
  const t = page.texts.thread;
  const { saidSameProblem, canSaySameProblem } = thread.viewer;
  return (
    <div class="same-problem">
      {canSaySameProblem.reason !== 'own-question' && <ActButton
        stays page={page} action={`/t/${thread.id.replace('thr_', '')}/same-problem`} may={canSaySameProblem} fields={{ same: String(!saidSameProblem) }}
        pressed={saidSameProblem} back={page.href(thread.path)} signIn={t.sameProblemSignIn}
      >
        <Icon name="hand" />{saidSameProblem ? t.sameProblemTaken : t.sameProblem}
      </ActButton>}
      <span class="same-problem-count">{thread.sameProblemCount > 0 && page.texts.lists.sameProblem(thread.sameProblemCount)}</span>
    </div>
  );
}
