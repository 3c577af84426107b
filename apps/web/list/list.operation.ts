import { graphql } from '../graphql/document.js';
import { fieldParts } from '../fields/field-inputs.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const listOperation = graphql(
  `
    query List($filter: ThreadFilter!, $kind: ThreadKind, $tagged: String!, $withTag: Boolean!, $slug: String!, $withCategory: Boolean!, $fields: [ThreadFieldInput!], $about: NoticeAboutInput, $withNotices: Boolean!, $category: String, $tag: String, $first: Int, $after: String, $last: Int, $before: String) {
      categories { id parentId slug name description viewer { following } }
      tag(name: $tagged) @include(if: $withTag) { id name viewer { following } }
      category(slug: $slug) @include(if: $withCategory) { fields { ...FieldParts } }
      serviceNotices(about: $about, matching: true) @include(if: $withNotices) { ...ServiceNoticeParts }
      threads(filter: $filter, kind: $kind, fields: $fields, category: $category, tag: $tag, first: $first, after: $after, last: $last, before: $before) {
        nodes { ...ThreadRow }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [threadRow, pageInfoParts, fieldParts, serviceNoticeParts],
);
