import { registerEnumType } from '@nestjs/graphql';

export type NoticeKind = 'outage' | 'maintenance' | 'recall' | 'known_fault';
export type NoticeState = 'looking' | 'found' | 'repairing' | 'over';

export const NOTICE_KINDS: { readonly [K in NoticeKind]: K } = { outage: 'outage', maintenance: 'maintenance', recall: 'recall', known_fault: 'known_fault' };
registerEnumType(NOTICE_KINDS, {
  name: 'NoticeKind',
  description: 'What a service notice tells of.',
  valuesMap: {
    outage: { description: 'Something does not work at the moment.' },
    maintenance: { description: 'Something is being worked on, as planned.' },
    recall: { description: 'A product is called back.' },
    known_fault: { description: 'A fault that is known and not mended yet.' },
  },
});

export const NOTICE_STATES: { readonly [S in NoticeState]: S } = { looking: 'looking', found: 'found', repairing: 'repairing', over: 'over' };
registerEnumType(NOTICE_STATES, {
  name: 'NoticeState',
  description: 'How far it has come with what a service notice tells of.',
  valuesMap: {
    looking: { description: 'It is being looked into.' },
    found: { description: 'The cause is found.' },
    repairing: { description: 'It is being repaired.' },
    over: { description: 'It is over.' },
  },
});
