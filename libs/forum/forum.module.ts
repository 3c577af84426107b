import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '#accounts';
import { CompanyModule } from '#company';
import { Events } from '#platform/events';
import { LiveModule } from '#platform/live';
import { ScreeningModule } from '#screening';
import { AlsoSolvedResolver } from './also-solved/also-solved.resolver.js';
import { AlsoSolvedService } from './also-solved/also-solved.service.js';
import { FilesModule } from '#platform/files';
import { AcceptAnswerService } from './answer/accept-answer.service.js';
import { AnswerService } from './answer/answer.service.js';
import { AskQuestionService } from './ask/ask-question.service.js';
import { OpeningCheck } from './ask/opening.check.js';
import { ThreadOpener } from './ask/thread.opener.js';
import { AddressResolver } from './addresses/address.resolver.js';
import { GonePostResolver } from './addresses/gone-post.resolver.js';
import { BookmarkResolver } from './bookmark/bookmark.resolver.js';
import { BookmarkService } from './bookmark/bookmark.service.js';
import { AttachmentReader } from './attachment/attachment.reader.js';
import { AttachmentResolver } from './attachment/attachment.resolver.js';
import { AttachmentService } from './attachment/attachment.service.js';
import { AttachmentSweeper } from './attachment/attachment.sweeper.js';
import { CategoryResolver } from './category/category.resolver.js';
import { CategoryService } from './category/category.service.js';
import { ClosingResolver } from './closing/closing.resolver.js';
import { ClosingService } from './closing/closing.service.js';
import { EditResolver, RevisionResolver } from './edit/edit.resolver.js';
import { EditService } from './edit/edit.service.js';
import { HidingResolver } from './edit/hiding.resolver.js';
import { HidingService } from './edit/hiding.service.js';
import { RevisionReader } from './edit/revision.reader.js';
import { FollowReader } from './following/follow.reader.js';
import { CategoryFollowingResolver, FollowResolver, MemberFollowingResolver, TagFollowingResolver } from './following/follow.resolver.js';
import { FollowService } from './following/follow.service.js';
import { FollowersReader } from './following/followers.reader.js';
import { FORUM_ENTITIES } from './forum.entities.js';
import { ForumResolver } from './forum.resolver.js';
import { DraftKeeper } from './draft/draft.keeper.js';
import { DraftResolver } from './draft/draft.resolver.js';
import { CategoryFieldService } from './fields/category-field.service.js';
import { FieldReader } from './fields/field.reader.js';
import { CategoryFieldResolver, ThreadFieldResolver } from './fields/field.resolver.js';
import { ThreadFields } from './fields/thread.fields.js';
import { MovedFields } from './closing/moved.fields.js';
import { MentionFinder } from './mention/mention.finder.js';
import { MentionResolver } from './mention/mention.resolver.js';
import { Holding } from './holding/holding.js';
import { ModerationLog } from './moderation/moderation.log.js';
import { DuplicateService } from './merging/duplicate.service.js';
import { MergeService } from './merging/merge.service.js';
import { MergingLock } from './merging/merging.lock.js';
import { MergingResolver } from './merging/merging.resolver.js';
import { ReaderMerging } from './merging/reader.merging.js';
import { SignpostResolver } from './merging/signpost.resolver.js';
import { SplitService } from './merging/split.service.js';
import { ActivityReader } from './live/activity.reader.js';
import { ActivityResolver } from './live/activity.resolver.js';
import { ThreadActivities } from './live/thread-activities.js';
import { AnnounceService } from './notice/announce.service.js';
import { NoticeParts } from './notice/notice.parts.js';
import { NoticePartsResolver } from './notice/notice-parts.resolver.js';
import { NoticeReader } from './notice/notice.reader.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { NoticeService } from './notice/notice.service.js';
import { WorksService } from './notice/works.service.js';
import { MemberPostsResolver } from './post/member-posts.resolver.js';
import { PostReader } from './post/post.reader.js';
import { PostPayloadResolver, PostResolver } from './post/post.resolver.js';
import { CompanyPatternResolver } from './private-data/company-pattern.resolver.js';
import { CompanyPatterns } from './private-data/company.patterns.js';
import { PrivateDataCheck } from './private-data/private-data.check.js';
import { PreviewResolver } from './post/preview.resolver.js';
import { PostWriter } from './post/post.writer.js';
import { ReadingCollector } from './reading/reading.collector.js';
import { ReadingReader } from './reading/reading.reader.js';
import { ReadingResolver } from './reading/reading.resolver.js';
import { PostStates } from './removal/post.states.js';
import { RemovalReader } from './removal/removal.reader.js';
import { RemovalResolver } from './removal/removal.resolver.js';
import { RemovalService } from './removal/removal.service.js';
import { TagResolver } from './tag/tag.resolver.js';
import { TagService } from './tag/tag.service.js';
import { ThreadLock } from './thread/thread.lock.js';
import { ThreadReader } from './thread/thread.reader.js';
import { ThreadPayloadResolver, ThreadResolver } from './thread/thread.resolver.js';
import { ClaimService } from './work/claim.service.js';
import { DismissalService } from './work/dismissal.service.js';
import { WorkReader } from './work/work.reader.js';
import { ClaimResolver, DismissalResolver, MemberWorkResolver, WorkResolver } from './work/work.resolver.js';
import { VoteAsideService } from './vote/vote-aside.service.js';
import { VoteService } from './vote/vote.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(FORUM_ENTITIES), AccountsModule, CompanyModule, FilesModule, LiveModule, ScreeningModule],
  providers: [
    ThreadActivities, ActivityReader, ActivityResolver,
    AcceptAnswerService, AnswerService, AskQuestionService, VoteService, VoteAsideService,
    ThreadOpener, OpeningCheck, AnnounceService, NoticeService, NoticeReader, NoticeParts, WorksService, MentionFinder, FieldReader, ThreadFields, CategoryFieldService, DraftKeeper,
    CategoryService, TagService, ThreadLock, ThreadReader, PostReader, PostWriter, Events,
    AttachmentReader, AttachmentService, AttachmentSweeper, AttachmentResolver,
    EditService, HidingService, RevisionReader, RemovalService, PostStates, Holding, ClosingService, MovedFields, AlsoSolvedService, ModerationLog,
    EditResolver, RevisionResolver, HidingResolver, RemovalReader, RemovalResolver, ClosingResolver, AlsoSolvedResolver,
    CategoryResolver, ForumResolver, NoticeResolver, NoticePartsResolver, MentionResolver, CategoryFieldResolver, ThreadFieldResolver, DraftResolver, PostResolver, PostPayloadResolver, PreviewResolver, TagResolver, ThreadResolver, ThreadPayloadResolver,
    FollowService, FollowReader, FollowersReader, FollowResolver, CategoryFollowingResolver, TagFollowingResolver, MemberFollowingResolver,
    BookmarkService, BookmarkResolver, AddressResolver, GonePostResolver, MemberPostsResolver, ReadingCollector, ReadingReader, ReadingResolver,
    CompanyPatterns, CompanyPatternResolver, PrivateDataCheck,
    ClaimService, DismissalService, WorkReader, ClaimResolver, DismissalResolver, MemberWorkResolver, WorkResolver,
    MergingLock, DuplicateService, ReaderMerging, MergeService, SplitService, MergingResolver, SignpostResolver,
  ],
  exports: [AttachmentReader, AttachmentService, AttachmentSweeper, AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, TagService, ThreadReader, PostReader, VoteService, VoteAsideService, FollowService, FollowersReader, ReadingCollector, ThreadActivities, PostStates, Holding, ModerationLog, ThreadLock, MentionFinder, PrivateDataCheck],
})
export class ForumModule {}
