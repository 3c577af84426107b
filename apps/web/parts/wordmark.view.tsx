import type { Page } from '../page/visit.js';

const HEIGHT = 32; // pixels in the header
const WRITTEN = 2; // a picture so many times as wide as high is a written name, and stands alone

/** The company's logo, with its name where the logo does not say it; without one, our mark and the name. */
export function Wordmark({ page }: { page: Page }) {
  const { logo, siteName } = page;
  const saysName = logo !== null && logo.width >= WRITTEN * logo.height;
  return (
    <a class="wordmark" href={page.href('/')} rel="home">
      {logo ? <img class="wordmark-logo" src={logo.path} alt={saysName ? siteName : ''} height={HEIGHT} width={Math.round((HEIGHT * logo.width) / logo.height)} /> : <Mark />}
      {!saysName && <span>{siteName}</span>}
    </a>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <path class="wordmark-bubble" d="M6 3h20a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H14l-7 6v-6H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" />
      <path class="wordmark-check" d="m10.5 14 4 4 7.5-8.5" />
    </svg>
  );
}
