import type { Row } from '../notation.js';

const pattern = { nameDe: 'Kundennummer', nameEn: 'Customer number', pattern: 'KD-########', example: 'KD-12345678' };

export const rows: Row[] = [
  { query: 'companyPatterns', access: 'staff', ask: 'companyPatterns { pattern }' },
  { mutation: 'setCompanyPatterns', access: 'admin', input: () => ({ patterns: [pattern] }), select: 'patterns { pattern }' },
];
