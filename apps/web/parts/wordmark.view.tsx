import type { Page } from '../page/visit.js';

export function Wordmark({ page }: { page: Page }) {
  return (
    <a class="wordmark" href={page.href('/')} rel="home">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <path class="wordmark-bubble" d="M6 3h20a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H14l-7 6v-6H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" />
        <path class="wordmark-check" d="m10.5 14 4 4 7.5-8.5" />
      </svg>
      <span>{page.siteName}</span>
    </a>
  );
}
