import { registerEnumType } from '@nestjs/graphql';

export enum SanctionStep {
  notice = 'notice',
  silence = 'silence',
  suspension = 'suspension',
}
registerEnumType(SanctionStep, {
  name: 'SanctionStep',
  description: 'What is done about a member.',
  valuesMap: {
    notice: { description: 'They are told that something must not go on.' },
    silence: { description: 'For a time they write nothing in public; they still vote, follow and say what helped.' },
    suspension: { description: 'For a time they take no part; they still read, export their data, delete what is theirs, and appeal.' },
  },
});
