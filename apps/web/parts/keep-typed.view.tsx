import type { Page } from '../page/visit.js';

/** Where a browser with scripts keeps what is typed into the forms of the page until it is sent (elements/keep-typed.ts). Stands behind them. */
export function KeepTyped({ page }: { page: Page }) {
  return (
    <>
      <keep-typed />
      <script type="module" src={page.asset('keep-typed.js')} />
    </>
  );
}
