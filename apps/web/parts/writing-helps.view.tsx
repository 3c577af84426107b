import type { Page } from '../page/visit.js';

/**
 * What a browser with scripts adds to the forms of the page: what is typed is kept until it is sent (elements/keep-typed.ts), and buttons, files
 * by dropping and the preview in place (elements/compose-helps.ts). Stands behind the forms.
 */
export function WritingHelps({ page }: { page: Page }) {
  const { kept: _kept, otherKept: _otherKept, otherGoOn: _otherGoOn, ...told } = page.texts.composing;
  const words = { ...told, ...(page.member ? { upload: '/files' } : {}) };
  return (
    <>
      <KeepTyped page={page} />
      <compose-helps data-words={JSON.stringify(words)} />
      <script type="module" src={page.asset('compose-helps.js')} />
    </>
  );
}

/** What is typed is kept until it is sent, and what the browser kept of a draft goes with it: alone on pages where nothing is written. */
export function KeepTyped({ page }: { page: Page }) {
  const { kept, otherKept: told, otherGoOn: link } = page.texts.composing;
  const other = { told, link, path: page.href('/ask?kind=question') }; // beside the draft, not in its place
  return (
    <>
      <keep-typed data-guest={page.member ? undefined : JSON.stringify({ kept, discard: page.texts.drafts.discard })} data-other={page.member ? JSON.stringify(other) : undefined} />
      <script type="module" src={page.asset('keep-typed.js')} />
    </>
  );
}
