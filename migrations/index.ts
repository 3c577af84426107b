/** Every migration in the order they run: named here, so that a compiled build and a test run the same list. */
import { Foundation1763790000000 } from './1763790000000-foundation.js';
import { EditingAndRemoval1763800100000 } from './1763800100000-editing-and-removal.js';
import { FollowingMerging1763800200000 } from './1763800200000-following-merging.js';
import { Talk1763800300000 } from './1763800300000-talk.js';
import { Attachments1763800400000 } from './1763800400000-attachments.js';
import { Mail1763800500000 } from './1763800500000-mail.js';
import { Addresses1763800500001 } from './1763800500001-addresses.js';
import { Accounts1763800600000 } from './1763800600000-accounts.js';
import { TokensAndNames1763800600001 } from './1763800600001-tokens-and-names.js';
import { Notifications1763800700000 } from './1763800700000-notifications.js';
import { Signposts1795400000000 } from './1795400000000-signposts.js';
import { RevisedFields1795400000001 } from './1795400000001-revised-fields.js';
import { Reasons1795500000000 } from './1795500000000-reasons.js';
import { TagsAlike1795600000000 } from './1795600000000-tags-alike.js';
import { RevisionVersions1795600000001 } from './1795600000001-revision-versions.js';
import { ReplySlots1795650000000 } from './1795650000000-reply-slots.js';
import { HiddenRevisions1795700000000 } from './1795700000000-hidden-revisions.js';
import { PostsOfMembers1795800000000 } from './1795800000000-posts-of-members.js';
import { CompanyPatterns1795900100000 } from './1795900100000-company-patterns.js';
import { Community1795900200000 } from './1795900200000-community.js';
import { Themes1795900300000 } from './1795900300000-themes.js';
import { DataExports1795900301000 } from './1795900301000-data-exports.js';
import { Erasures1795900302000 } from './1795900302000-erasures.js';
import { Legal1795900303000 } from './1795900303000-legal.js';
import { Notices1795900400000 } from './1795900400000-notices.js';
import { Work1795900401000 } from './1795900401000-work.js';
import { Deflections1795900500000 } from './1795900500000-deflections.js';
import { Invitations1795900700000 } from './1795900700000-invitations.js';
import { ErasureCandidates1795900800000 } from './1795900800000-erasure-candidates.js';
import { MailsOfMembers1795900800001 } from './1795900800001-mails-of-members.js';
import { OwnPosts1795900900000 } from './1795900900000-own-posts.js';
import { NotesAndAcceptances1795900901000 } from './1795900901000-notes-and-acceptances.js';
import { VersionsOfForms1795901000000 } from './1795901000000-versions-of-forms.js';
import { AskedAs1795901100000 } from './1795901100000-asked-as.js';
import { OwedDismissal1795901200000 } from './1795901200000-owed-dismissal.js';
import { SearchGap1795901300000 } from './1795901300000-search-gap.js';
import { Knowledge1795901400000 } from './1795901400000-knowledge.js';
import { KnowledgeFound1795901500000 } from './1795901500000-knowledge-found.js';
import { Proposals1795901600000 } from './1795901600000-proposals.js';
import { TitleBeginnings1795901700000 } from './1795901700000-title-beginnings.js';
import { EntriesDeflected1795901800000 } from './1795901800000-entries-deflected.js';
import { GapGroups1795901900000 } from './1795901900000-gap-groups.js';
import { SourceVersions1795902000000 } from './1795902000000-source-versions.js';
import { RelatedEntries1795902100000 } from './1795902100000-related-entries.js';
import { Meaning1795902200000 } from './1795902200000-meaning.js';
import { PackedCounts1795902300000 } from './1795902300000-packed-counts.js';
import { Reputation1795902400000 } from './1795902400000-reputation.js';
import { EntryTags1795902500000 } from './1795902500000-entry-tags.js';
import { Ranks1795902600000 } from './1795902600000-ranks.js';
import { Flags1795902700000 } from './1795902700000-flags.js';
import { Mended1795902800000 } from './1795902800000-mended.js';
import { Sanctions1795902900000 } from './1795902900000-sanctions.js';
import { VoteFindings1795903000000 } from './1795903000000-vote-findings.js';
import { LeadersAndBadges1795903100000 } from './1795903100000-leaders-and-badges.js';
import { SuperUsers1795903200000 } from './1795903200000-super-users.js';
import { Mutes1795903300000 } from './1795903300000-mutes.js';
import { Screening1795903400000 } from './1795903400000-screening.js';
import { IllegalReports1795903500000 } from './1795903500000-illegal-reports.js';

export const migrations = [
  Foundation1763790000000,
  EditingAndRemoval1763800100000,
  FollowingMerging1763800200000,
  Talk1763800300000,
  Attachments1763800400000,
  Mail1763800500000,
  Addresses1763800500001,
  Accounts1763800600000,
  TokensAndNames1763800600001,
  Notifications1763800700000,
  Signposts1795400000000,
  RevisedFields1795400000001,
  Reasons1795500000000,
  TagsAlike1795600000000,
  RevisionVersions1795600000001,
  ReplySlots1795650000000,
  HiddenRevisions1795700000000,
  PostsOfMembers1795800000000,
  CompanyPatterns1795900100000,
  Community1795900200000,
  Themes1795900300000,
  DataExports1795900301000,
  Erasures1795900302000,
  Legal1795900303000,
  Notices1795900400000,
  Work1795900401000,
  Deflections1795900500000,
  Invitations1795900700000,
  ErasureCandidates1795900800000,
  MailsOfMembers1795900800001,
  OwnPosts1795900900000,
  NotesAndAcceptances1795900901000,
  VersionsOfForms1795901000000,
  AskedAs1795901100000,
  OwedDismissal1795901200000,
  SearchGap1795901300000,
  Knowledge1795901400000,
  KnowledgeFound1795901500000,
  Proposals1795901600000,
  TitleBeginnings1795901700000,
  EntriesDeflected1795901800000,
  GapGroups1795901900000,
  SourceVersions1795902000000,
  RelatedEntries1795902100000,
  Meaning1795902200000,
  PackedCounts1795902300000,
  Reputation1795902400000,
  EntryTags1795902500000,
  Ranks1795902600000,
  Flags1795902700000,
  Mended1795902800000,
  Sanctions1795902900000,
  VoteFindings1795903000000,
  LeadersAndBadges1795903100000,
  SuperUsers1795903200000,
  Mutes1795903300000,
  Screening1795903400000,
  IllegalReports1795903500000,
];
