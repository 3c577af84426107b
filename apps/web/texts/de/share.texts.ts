import type { Texts } from '../en/index.js';

export const share: Texts['share'] = {
  share: 'Teilen',
  link: 'Link zu dieser Seite',
  mail: 'Per E-Mail',
  sheet: 'Andere Wege ...',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
};
