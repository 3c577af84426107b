import type { Page } from '../page/visit.js';
import { FACETS, type Searched } from './searched.js';

/** The words, to be changed: what was chosen stays. */
export function SearchAgain({ page, searched }: { page: Page; searched: Searched }) {
  const t = page.texts.search;
  return (
    <form class="search-again" role="search" action={page.href('/search')}>
      <div class="field search-again-text">
        <label for="search-text">{t.label}</label>
        <input type="search" id="search-text" name="q" value={searched.text} autocomplete="off" enterkeyhint="search" />
      </div>
      {FACETS.map((facet) => searched[facet] !== '' && <input key={facet} type="hidden" name={facet} value={searched[facet]} />)}
      <button type="submit" class="button">{t.apply}</button>
    </form>
  );
}

/** Walking through the results by keys: shown where there are scripts and keys. */
export function SearchKeys({ page }: { page: Page }) {
  const t = page.texts.search;
  return (
    <>
      <search-keys data-field="#search-text" data-links=".hit-title a" data-off={t.keysOff} data-on={t.keysOn}>
        <p class="field-hint">{t.keys.map((part, index) => (index % 2 ? <kbd key={index}>{part}</kbd> : part))} <button type="button">{t.keysOff}</button></p>
      </search-keys>
      <script type="module" src={page.asset('search-keys.js')} />
    </>
  );
}
