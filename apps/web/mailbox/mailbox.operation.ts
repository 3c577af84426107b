import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const mailboxOperation = graphql(
  `
    query Mailbox($first: Int, $after: String, $last: Int, $before: String) {
      mailbox(first: $first, after: $after, last: $last, before: $before) {
        nodes { id recipient subject state createdAt }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [pageInfoParts],
);

export const mailOperation = graphql(`query Mail($id: ID!) { mail(id: $id) { id recipient subject state failure text createdAt } }`);
