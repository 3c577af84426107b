import { graphql } from '../graphql/document.js';

export const tagsOperation = graphql(`query Tags($first: Int!, $startsWith: String!) { tags(first: $first, startsWith: $startsWith) { name threadCount } }`);
