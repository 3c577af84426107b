/** Categories, tags, threads and posts; votes, accepted and official answers. */
export { AcceptAnswerService } from './answer/accept-answer.service.js';
export { AnswerService } from './answer/answer.service.js';
export { AskQuestionService } from './ask/ask-question.service.js';
export { isFileKey } from './attachment/attachment.id.js';
export { AttachmentReader, type ServedFile } from './attachment/attachment.reader.js';
export { AttachmentService } from './attachment/attachment.service.js';
export { AttachmentSweeper } from './attachment/attachment.sweeper.js';
export { Attachment } from './attachment/attachment.type.js';
export { CategoryService } from './category/category.service.js';
export { Category } from './category/category.type.js';
/** Following: `followersOf` says whom to tell, in batches; `followWritten` follows a thread for its writer. */
export { FollowKind } from './following/follow.type.js';
export { FollowService } from './following/follow.service.js';
export { type About, type Follower, FollowersReader } from './following/followers.reader.js';
export { EditService } from './edit/edit.service.js';
/** What became of a text, word by word. */
export { COST_OF_A_DIFF, TextSegment } from './edit/edit.type.js';
export { type Segment, wordDiff } from './edit/word.diff.js';
export { FORUM_ENTITIES, type ThreadKind } from './forum.entities.js';
export { ForumModule } from './forum.module.js';
/** What stands in either thread after one was split off the other. */
export { splitNotes } from './merging/split.notes.js';
/** Mentions for the renderer, where the members are known already. */
export { foundAmong, MentionFinder, NOBODY } from './mention/mention.finder.js';
export { ServiceNotice } from './notice/notice.type.js';
export { DuplicateService } from './merging/duplicate.service.js';
export { MergeService } from './merging/merge.service.js';
export { SplitService } from './merging/split.service.js';
export { type ModerationAct, type ModerationEntry, ModerationLog } from './moderation/moderation.log.js';
/** The warning before private data becomes public, for whoever has to ask before a mutation does. */
export { PrivateDataCheck, type PublicText } from './private-data/private-data.check.js';
export { publicTexts } from './ask/thread.opener.js';
export { Holding } from './holding/holding.js';
export { PostStates } from './removal/post.states.js';
export { TagService } from './tag/tag.service.js';
export { Tag } from './tag/tag.type.js';
export { TAGS_MOST, TagsField } from './tag/tags.field.js';
export { LANGUAGES, THREAD_KINDS } from './thread/closed.sets.js';
export { ThreadLock } from './thread/thread.lock.js';
/** Live: what happens in a thread, told to those who look at it; `tellActivity` is the worker's part. */
export { tellActivity } from './live/activity.listener.js';
export type { ThreadActivity } from './live/activity.type.js';
export { ThreadActivities } from './live/thread-activities.js';
export { RemovalService } from './removal/removal.service.js';
export { type JustRead, ReadingCollector } from './reading/reading.collector.js';
export { SavedModule } from './saved/saved.module.js';
export { savedTasks } from './saved/saved.tasks.js';
export { type SavedForm, type SavedSubmission, SavedSubmissions } from './saved/saved-submissions.js';
export { type ThreadRow, ThreadReader } from './thread/thread.reader.js';
export { threadSlug } from './thread/thread.slug.js';
export { AskQuestionInput, Permission, StartDiscussionInput, Thread, ThreadPayload } from './thread/thread.type.js';
export { permissionOf } from './thread/permission.js';
export { PublicTextInput } from './private-data/public-text.input.js';
export { AnswerInput, CommentInput, Post, PostPayload, VoteChoice } from './post/post.type.js';
export { PostReader } from './post/post.reader.js';
export { VoteAsideService } from './vote/vote-aside.service.js';
export { VoteService } from './vote/vote.service.js';
