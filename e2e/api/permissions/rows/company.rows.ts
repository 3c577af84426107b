import type { Row } from '../notation.js';

export const rows: Row[] = [{ query: 'community', access: 'everyone', ask: 'community { name }' }];
