/** What a company owes its visitors, in the order in which each page's footer names them. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'rules'] as const;
export type LegalName = (typeof LEGAL_PAGES)[number];
