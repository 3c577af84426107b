import type { Row } from '../notation.js';

export const rows: Row[] = [
  { mutation: 'exportMyData', access: 'member', input: () => ({}), select: 'dataExport { state }' },
  { field: 'Member.dataExport', on: 'account', ask: 'member(id: $id) { dataExport { state } }', except: { '*': 'absent' } },
  { operation: 'deleteMyAccount', access: 'member', spec: 'libs/rights/erasure/erasure.int-spec.ts' },
];
