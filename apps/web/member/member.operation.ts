import { graphql } from '../graphql/document.js';

export const memberOperation = graphql(`query Member($id: ID!) { member(id: $id) { id name role createdAt } }`);
