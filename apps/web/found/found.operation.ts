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

const fedPost = graphql(`
  fragment FedPost on Post { id html createdAt editedAt authorName author { name } thread { title path language answerCount } }
`);

/** What is new in a thread. */
export const fedAnswersOperation = graphql(`query FedAnswers($id: ID!) { thread(id: $id) { id title path newestAnswers { ...FedPost } } }`, [fedPost]);

/** What is new from a member. */
export const fedMemberOperation = graphql(
  `query FedMember($id: ID!) { member(id: $id) { id name openings(first: 20) { nodes { ...FedPost } } answers(first: 20) { nodes { ...FedPost } } } }`,
  [fedPost],
);
