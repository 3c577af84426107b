import type { Child } from '../html/html.js';

type Kind = 'problem' | 'done' | 'hint';

const ROLE = { problem: 'alert', done: 'status', hint: undefined } as const;

/** A sentence that must be noticed, read out at once where something was refused or done. */
export function Notice({ kind, children }: { kind: Kind; children: Child }) {
  return <div class={`notice notice-${kind}`} role={ROLE[kind]}>{children}</div>;
}
