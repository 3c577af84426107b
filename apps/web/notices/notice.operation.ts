import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

/** What stands in a notice now, for whoever writes an update of it. */
export const updateFormOperation = graphql(`
  query NoticeUpdateForm($id: ID!) {
    categories { id parentId name }
    thread(id: $id) { id title path language notice { version state affected regions categories { id } expectedEndAt overdue } viewer { canUpdateNotice { allowed } } }
  }
`);

/** Whom the end of a notice is told to, for whoever is about to say it. */
export const endFormOperation = graphql(`
  query NoticeEndForm($id: ID!) {
    thread(id: $id) { id title path language notice { ongoing toldAtEnd } viewer { canUpdateNotice { allowed } } }
  }
`);

const openedParts = graphql(`fragment TellingParts on ThreadPayload { problem { ...ProblemParts } thread { path } }`, [problemParts]);

export const updateNoticeOperation = graphql(`mutation UpdateNotice($input: UpdateNoticeInput!) { told: updateNotice(input: $input) { ...TellingParts } }`, [openedParts]);
export const endNoticeOperation = graphql(`mutation EndNotice($input: EndNoticeInput!) { told: endNotice(input: $input) { ...TellingParts } }`, [openedParts]);
export const sayWorksOperation = graphql(`mutation SayWorks($input: SayWorksInput!) { told: sayWorks(input: $input) { ...TellingParts } }`, [openedParts]);
