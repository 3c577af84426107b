import type { Html, View } from '../html/html.js';

const PATHS = {
  check: 'm4 10.5 4 4 8-9',
  shield: 'M10 2.5 4 5v4.5c0 4 2.5 6.5 6 8 3.5-1.5 6-4 6-8V5zM7 10l2.200 2.200L13 8',
  up: 'M10 16V4.5M5 9.5l5-5 5 5',
  down: 'M10 4v11.5M5 10.5l5 5 5-5',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4',
  hand: 'M10 3v14M3 10h14',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  link: 'M8.5 11.5a3 3 0 0 0 4.5.3l2.5-2.5a3 3 0 0 0-4.3-4.3L10 6.200M11.5 8.5a3 3 0 0 0-4.5-.3L4.5 10.700a3 3 0 0 0 4.3 4.3L10 13.800',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1h-13zM8.5 17.200h3',
  bookmark: 'M5.500 3h9v14.500L10 13.800l-4.500 3.700z',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  unseen: 'M3 3l14 14M2.500 10c3.500-5.500 11.500-5.500 15 0-3.500 5.500-11.500 5.500-15 0',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  comment: 'M4 4h12v9H9l-4 3.5V13H4z',
};

const ICONS = Object.fromEntries(Object.entries(PATHS).map(([name, path]) => [name, drawn(path)])) as Record<keyof typeof PATHS, Html | View>;

function drawn(path: string) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** A sign beside words that say the same: never alone, so it is silent to screen readers. A page has a hundred: drawn once for all. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return ICONS[name];
}
