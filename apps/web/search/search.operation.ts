import { graphql } from '../graphql/document.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const facetParts = graphql(`
  fragment FacetParts on SearchFacets {
    categories { count chosen value { id parentId slug name } }
    tags { count chosen value { name } }
    states { count chosen value }
    kinds { count chosen value }
    languages { count chosen value }
    without { facet count }
  }
`);

export const searchOperation = graphql(
  `
    query Search($text: String!, $withText: Boolean!, $first: Int!, $after: String, $category: String, $tag: String, $state: SearchState, $kind: ThreadKind, $language: Language, $about: NoticeAboutInput!) {
      categories { slug name }
      serviceNotices(about: $about, matching: true) @include(if: $withText) { ...ServiceNoticeParts }
      search(text: $text, first: $first, after: $after, category: $category, tag: $tag, state: $state, kind: $kind, language: $language) @include(if: $withText) {
        nodes { snippet { text hit } thread { ...ThreadRow } }
        pageInfo { hasNextPage endCursor }
        degraded
        estimatedTotal
        facets { ...FacetParts }
      }
    }
  `,
  [threadRow, serviceNoticeParts, facetParts],
);
