import { registerEnumType } from '@nestjs/graphql';

export enum EntryKind {
  article = 'article',
  faq = 'faq',
}
registerEnumType(EntryKind, {
  name: 'KnowledgeKind',
  description: 'What a knowledge entry is.',
  valuesMap: {
    article: { description: 'A knowledge article: explains something at length, or how it is done.' },
    faq: { description: 'An FAQ entry: a question as people ask it, and the answer.' },
  },
});

export enum EntryState {
  draft = 'draft',
  published = 'published',
  needs_review = 'needs_review',
  archived = 'archived',
  rejected = 'rejected',
}
registerEnumType(EntryState, {
  name: 'KnowledgeState',
  description: 'How far a knowledge entry has come.',
  valuesMap: {
    draft: { description: 'Nobody but those who review has read it yet.' },
    published: { description: 'Everyone reads it.' },
    needs_review: { description: 'Something has changed, see `reviewReasons`. Everyone goes on reading it, unless it was withdrawn.' },
    archived: { description: 'It is not shown any more.' },
    rejected: { description: 'It was proposed and is not wanted.' },
  },
});

export enum ReviewReason {
  source_retracted = 'source_retracted',
  source_changed = 'source_changed',
  question_changed = 'question_changed',
  better_answer = 'better_answer',
  votes_turned = 'votes_turned',
  not_helpful = 'not_helpful',
  review_due = 'review_due',
}
registerEnumType(ReviewReason, {
  name: 'KnowledgeReviewReason',
  description: 'Why somebody has to look at a knowledge entry again.',
  valuesMap: {
    source_retracted: { description: 'An answer it was made from is gone, or neither accepted nor official any more. It is withdrawn until somebody has looked at it.' },
    source_changed: { description: 'An answer it was made from says something else now.' },
    question_changed: { description: 'The question that is answered there was changed.' },
    better_answer: { description: 'Another answer to that question was accepted, or marked official.' },
    votes_turned: { description: 'An answer it was made from was voted below zero.' },
    not_helpful: { description: 'People say that it does not help: three since the last review, and no fewer than those whom it helps.' },
    review_due: { description: 'Nobody has looked at it for 90 days.' },
  },
});
