import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const announceFormOperation = graphql(`query AnnounceForm { categories { id parentId name } tags(first: 50) { name } }`);

const openedParts = graphql(`fragment OpenedParts on ThreadPayload { problem { ...ProblemParts } thread { path } }`, [problemParts]);

export const announceOperation = graphql(`mutation Announce($input: AnnounceInput!) { opened: announce(input: $input) { ...OpenedParts } }`, [openedParts]);
