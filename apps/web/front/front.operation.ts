import { graphql } from '../graphql/document.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const frontOperation = graphql(
  `
    query Front {
      categories { id parentId slug name description threadCount }
      serviceNotices { ...ServiceNoticeParts }
      tags(first: 24) { name threadCount }
      unanswered: threads(first: 15, filter: unanswered) { nodes { ...ThreadRow } pageInfo { hasNextPage } }
      latest: threads(first: 20) { nodes { ...ThreadRow } pageInfo { hasNextPage } }
    }
  `,
  [threadRow, serviceNoticeParts],
);
