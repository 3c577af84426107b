import { registerEnumType } from '@nestjs/graphql';
import type { Language } from '#platform/access';
import type { PostKind, PostState, ThreadKind } from '../forum.entities.js';

/** The words that a column may hold, as GraphQL knows them: a program sees at once what it has to reckon with. */
type Words<Word extends string> = { readonly [W in Word]: W };

export const THREAD_KINDS: Words<ThreadKind> = { question: 'question', discussion: 'discussion', idea: 'idea', announcement: 'announcement' };
registerEnumType(THREAD_KINDS, {
  name: 'ThreadKind',
  description: 'What a thread is.',
  valuesMap: {
    question: { description: 'Asks for an answer; one can be accepted.' },
    discussion: { description: 'An exchange of views: replies stand in the order they came.' },
    idea: { description: 'Something to be made better.' },
    announcement: { description: 'Something staff make known; an outage or a recall too.' },
  },
});

export const POST_KINDS: Words<PostKind> = { opening: 'opening', answer: 'answer', comment: 'comment' };
registerEnumType(POST_KINDS, {
  name: 'PostKind',
  description: 'What a post is in its thread.',
  valuesMap: {
    opening: { description: 'What the thread begins with.' },
    answer: { description: 'An answer to a question; a reply in a discussion or to an announcement.' },
    comment: { description: 'A remark under an opening or an answer.' },
  },
});

export const POST_STATES: Words<PostState> = { visible: 'visible', held: 'held', hidden: 'hidden', deleted: 'deleted' };
registerEnumType(POST_STATES, {
  name: 'PostState',
  description: 'Who sees a post, or a thread. Only what is visible counts in counters and is found.',
  valuesMap: {
    visible: { description: 'Everyone.' },
    held: { description: 'Its author, and those who review: it waits for them.' },
    hidden: { description: 'Its author, who may change it, and those who review.' },
    deleted: { description: 'Whoever deleted it, and those who review; it can be restored.' },
  },
});

export type CloseReason = 'duplicate' | 'off_topic' | 'settled' | 'imported';
export const CLOSE_REASONS: Words<CloseReason> = { duplicate: 'duplicate', off_topic: 'off_topic', settled: 'settled', imported: 'imported' };
registerEnumType(CLOSE_REASONS, {
  name: 'CloseReason',
  description: 'Why a thread takes no more posts.',
  valuesMap: {
    duplicate: { description: 'It was asked before.' },
    off_topic: { description: 'It does not belong here.' },
    settled: { description: 'It is settled.' },
    imported: { description: 'It comes from an archive.' },
  },
});

export const LANGUAGES: Words<Language> = { de: 'de', en: 'en' };
registerEnumType(LANGUAGES, { name: 'Language', description: 'A language.', valuesMap: { de: { description: 'German.' }, en: { description: 'English.' } } });
