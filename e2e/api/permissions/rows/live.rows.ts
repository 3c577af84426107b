import type { Row } from '../notation.js';

export const rows: Row[] = [{ operation: 'threadActivity', access: 'everyone', spec: 'e2e/api/live.e2e-spec.ts' }];
