import { graphql } from '../graphql/document.js';
import { fieldParts } from '../fields/field-inputs.view.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';

/** A post as it stands, for the form that changes it. */
export const editFormOperation = graphql(
  `
    query EditForm($id: ID!, $withLatest: Boolean!) {
      tags(first: 50) { name }
      categories { id fields { ...FieldParts } }
      post(id: $id) {
        id kind source version authorName createdAt editedAt
        author { ...MemberParts }
        revisions(first: 1) @include(if: $withLatest) { nodes { version createdAt editor { ...MemberParts } } }
        thread { id kind title tags path language answerCount category { id } fields { key labelDe labelEn value } }
        viewer { canEdit { allowed reason message } }
      }
    }
  `,
  [fieldParts, memberParts],
);

export const editOperation = graphql(
  `mutation Edit($input: EditPostInput!) { written: editPost(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);

export const historyOperation = graphql(
  `
    query History($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      post(id: $id) {
        id kind state openedAs
        thread { id kind title path language answerCount }
        removals { deleted reason at by { ...MemberParts } }
        revisions(first: $first, after: $after, last: $last, before: $before) {
          nodes {
            number hidden afterHidden reason createdAt tagsAdded tagsRemoved
            editor { ...MemberParts }
            changes { kind text }
            titleChanges { kind text }
            fieldChanges { key labelDe labelEn before after }
          }
          pageInfo { ...PageInfoParts }
        }
      }
    }
  `,
  [memberParts, pageInfoParts],
);

export const revisionFormOperation = graphql(`
  query RevisionForm($id: ID!) {
    post(id: $id) { id kind thread { id kind title path language answerCount } viewer { canHideRevisions { allowed reason message } } }
  }
`);

export const hideRevisionOperation = graphql(`mutation HideRevision($input: HideRevisionInput!) { written: hideRevision(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const showRevisionOperation = graphql(`mutation ShowRevision($input: ShowRevisionInput!) { written: showRevision(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const deleteFormOperation = graphql(
  `
    query DeleteForm($id: ID!) {
      post(id: $id) {
        id kind html accepted commentCount authorName
        author { ...MemberParts }
        thread { id kind title path language answerCount }
        viewer { canDelete { allowed reason message } }
      }
    }
  `,
  [memberParts],
);

export const deleteOperation = graphql(
  `mutation Delete($input: DeletePostInput!) { written: deletePost(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);

/** A thread, for the forms that close and move it. */
export const keepThreadOperation = graphql(
  `
    query KeepThread($id: ID!) {
      categories { id parentId name fields { ...FieldParts } }
      thread(id: $id) {
        id kind title path language
        author { id }
        category { id }
        fields { key labelDe labelEn value }
        viewer { canClose { allowed reason message } canMove { allowed reason message } }
      }
    }
  `,
  [fieldParts],
);

const keptParts = graphql(`fragment KeptParts on ThreadPayload { problem { ...ProblemParts } thread { path } }`, [problemParts]);

export const closeOperation = graphql(`mutation Close($input: CloseThreadInput!) { kept: closeThread(input: $input) { ...KeptParts } }`, [keptParts]);
export const reopenOperation = graphql(`mutation Reopen($input: ReopenThreadInput!) { kept: reopenThread(input: $input) { ...KeptParts } }`, [keptParts]);
export const moveOperation = graphql(`mutation Move($input: MoveThreadInput!) { kept: moveThread(input: $input) { ...KeptParts } }`, [keptParts]);
