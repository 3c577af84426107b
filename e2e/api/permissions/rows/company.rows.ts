import type { Row } from '../notation.js';

const WAY = { kind: 'telephone', address: '0800 330 1000', de: { label: 'Hotline' }, en: { label: 'Hotline' }, hours: 'Mo-Fr 8-20' };

export const rows: Row[] = [
  { query: 'community', access: 'everyone', ask: 'community { name contactWays { opening { isOpen } week { day } } }' },
  { query: 'firstSteps', access: 'admin', ask: 'firstSteps { isNamed }' },
  { mutation: 'setCommunity', access: 'admin', input: () => ({ name: 'Nordnetz' }) },
  { mutation: 'setContactWays', access: 'admin', input: () => ({ ways: [WAY] }) },
  { mutation: 'dismissFirstSteps', access: 'admin', input: () => ({}) },
  { query: 'legalPage', access: 'everyone', ask: 'legalPage(page: rules) { number html }' },
  { mutation: 'publishLegalPage', access: 'admin', input: () => ({ page: 'imprint', sourceDe: 'Wir.', sourceEn: 'We.', basedOn: 0, mustAgree: false }), select: 'version { number }' },
  { mutation: 'agreeToRules', access: 'member', input: () => ({ number: 1 }), select: 'agreed' },
];
