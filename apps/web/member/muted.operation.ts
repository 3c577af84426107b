import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';

export const mutedOperation = graphql(`query Muted { viewer { muted { ...MemberParts } } }`, [memberParts]);
export const muteOperation = graphql(`mutation MuteMember($input: MuteMemberInput!) { done: muteMember(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
