import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

/** What the form offers; and what may already answer the question, as soon as there is one. */
export const askFormOperation = graphql(
  `
    query AskForm($text: String!, $withText: Boolean!) {
      categories { id parentId name }
      tags(first: 50) { name }
      serviceNotices { ...ServiceNoticeParts }
      suggest(text: $text, first: 5) @include(if: $withText) { threads { ...ThreadRow } degraded }
    }
  `,
  [threadRow, serviceNoticeParts],
);

export const askOperation = graphql(
  `
    mutation Ask($input: AskQuestionInput!) { opened: askQuestion(input: $input) { problem { ...ProblemParts } thread { path } } }
  `,
  [problemParts],
);

export const startDiscussionOperation = graphql(
  `
    mutation StartDiscussion($input: StartDiscussionInput!) { opened: startDiscussion(input: $input) { problem { ...ProblemParts } thread { path } } }
  `,
  [problemParts],
);
