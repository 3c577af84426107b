import { graphql } from '../graphql/document.js';
import { facetParts } from './facets.fragment.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const searchOperation = graphql(
  `
    query Search($text: String!, $withText: Boolean!, $first: Int!, $after: String, $category: String, $tag: String, $state: SearchState, $kind: SearchKind, $language: Language, $about: NoticeAboutInput!) {
      categories { slug name }
      serviceNotices(about: $about, matching: true) @include(if: $withText) { ...ServiceNoticeParts }
      search(text: $text, first: $first, after: $after, category: $category, tag: $tag, state: $state, kind: $kind, language: $language) @include(if: $withText) {
        nodes { snippet { text hit } thread { ...ThreadRow } entry { id kind title path language changedAt helpful category { slug name } } }
        pageInfo { hasNextPage endCursor }
        degraded
        estimatedTotal
        facets { ...FacetParts }
      }
    }
  `,
  [threadRow, serviceNoticeParts, facetParts],
);
