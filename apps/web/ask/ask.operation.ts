import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { fieldParts } from '../fields/field-inputs.view.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

/** What the form offers; and what may already answer the question, as soon as there is one. */
export const askFormOperation = graphql(
  `
    query AskForm($text: String!, $withText: Boolean!, $withDraft: Boolean!, $about: NoticeAboutInput!, $notice: ID!, $withNotice: Boolean!) {
      categories { id parentId name fields { ...FieldParts } }
      draft(place: "ask") @include(if: $withDraft) { updatedAt fields { name value } }
      tags(first: 50) { name }
      serviceNotices(about: $about) { ...ServiceNoticeParts }
      thread(id: $notice) @include(if: $withNotice) { title path tags category { id } notice { ongoing } }
      suggest(text: $text, first: 5) @include(if: $withText) { nodes { thread { ...ThreadRow } entry { id kind title path language } } degraded }
    }
  `,
  [threadRow, serviceNoticeParts, fieldParts],
);

/** The same while somebody types, and nothing else. */
export const suggestOperation = graphql(`query SuggestWhileAsking($text: String!) { serviceNotices(about: { text: $text }, matching: true) { ...ServiceNoticeParts } suggest(text: $text, first: 5) { nodes { thread { ...ThreadRow } entry { id kind title path language } } degraded } }`, [threadRow, serviceNoticeParts]);

export const askOperation = graphql(
  `
    mutation Ask($input: AskQuestionInput!) { opened: askQuestion(input: $input) { problem { ...ProblemParts } thread { id path } } }
  `,
  [problemParts],
);

export const startDiscussionOperation = graphql(
  `
    mutation StartDiscussion($input: StartDiscussionInput!) { opened: startDiscussion(input: $input) { problem { ...ProblemParts } thread { id path } } }
  `,
  [problemParts],
);

/** What may be it already, for whoever has just sent a question. */
export const askNoticesOperation = graphql(`query AskNotices($about: NoticeAboutInput!) { serviceNotices(about: $about, matching: true) { id } }`);

/** Only whether a category asks for more. */
export const askFieldsOperation = graphql(`query AskFields { categories { id fields { key required } } }`);
