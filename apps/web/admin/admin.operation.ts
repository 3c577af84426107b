import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const adminOperation = graphql(`
  query Admin {
    categories { id parentId slug name description position threadCount version }
    tags(first: 100) { name threadCount }
  }
`);

export const createCategoryOperation = graphql(`mutation CreateCategory($input: CreateCategoryInput!) { createCategory(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const updateCategoryOperation = graphql(`mutation UpdateCategory($input: UpdateCategoryInput!) { updateCategory(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const createTagOperation = graphql(`mutation CreateTag($input: CreateTagInput!) { createTag(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
