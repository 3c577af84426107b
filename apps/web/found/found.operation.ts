import { graphql } from '../graphql/document.js';

export const addressPartsOperation = graphql(`query AddressParts { threadAddressParts }`);
export const addressesOperation = graphql(`query Addresses($part: Int!) { threadAddresses(part: $part) { path lastActivityAt } }`);
export const placesOperation = graphql(`query Places { categories { slug } }`);

const fedParts = graphql(`
  fragment FedParts on Thread { id title path language kind createdAt lastActivityAt authorName author { name } opening { html } }
`);

/** The newest threads of a list, with what they were opened with. */
export const fedThreadsOperation = graphql(
  `query FedThreads($filter: ThreadFilter!, $kind: ThreadKind, $category: String, $tag: String, $slug: String!, $withCategory: Boolean!, $tagged: String!, $withTag: Boolean!) {
    category(slug: $slug) @include(if: $withCategory) { name }
    named: tag(name: $tagged) @include(if: $withTag) { name }
    threads(filter: $filter, kind: $kind, category: $category, tag: $tag, first: 20) { nodes { ...FedParts } }
  }`,
  [fedParts],
);
