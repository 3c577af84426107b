import type { Page } from '../page/visit.js';
import { Icon } from './icon.view.js';

export function SearchForm({ page, text, large = false }: { page: Page; text: string; large?: boolean }) {
  const t = page.texts.page;
  return (
    <form class={large ? 'search-form search-form-large' : 'search-form'} role="search" action={page.href('/search')}>
      <input type="search" name="q" value={text} aria-label={t.searchLabel} placeholder={large ? t.searchPlaceholder : t.search} autocomplete="off" enterkeyhint="search" />
      <button type="submit" class="button">
        <Icon name="search" />
        <span class="search-form-word">{t.search}</span>
      </button>
    </form>
  );
}
