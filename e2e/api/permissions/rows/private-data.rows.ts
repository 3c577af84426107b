import type { Row } from '../notation.js';
import type { World } from '../world.js';

const pattern = { nameDe: 'Kundennummer', nameEn: 'Customer number', pattern: 'KD-########', example: 'KD-12345678' };

const made = ({ db }: World) => db.query(`insert into company_pattern (position, name_de, name_en, pattern, example) values (1, 'Vertrag', 'Contract', 'V-########', 'V-12345678')`);

export const rows: Row[] = [
  { query: 'companyPatterns', access: 'staff', ask: 'companyPatterns { version patterns { pattern } }', before: made },
  { mutation: 'setCompanyPatterns', access: 'admin', input: () => ({ patterns: [pattern] }), select: 'list { patterns { pattern } }' },
];
