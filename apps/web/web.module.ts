import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountsModule } from '#accounts';
import { CompanyModule } from '#company';
import { ForumModule, SavedModule } from '#forum';
import { ChangeAddressController } from './address/change-address.controller.js';
import { ResetController } from './address/reset.controller.js';
import { VerifyController } from './address/verify.controller.js';
import { AdminController } from './admin/admin.controller.js';
import { AnnounceController } from './announce/announce.controller.js';
import { WorkController } from './work/work.controller.js';
import { AttachedPage } from './notices/attached.page.js';
import { NoticesController } from './notices/notices.controller.js';
import { AskController } from './ask/ask.controller.js';
import { AskPage } from './ask/ask.page.js';
import { AskSending } from './ask/ask.sending.js';
import { AssetsController } from './assets/assets.controller.js';
import { OpenedController, SolvedController } from './deflection/deflection.controller.js';
import { DraftSaving } from './drafts/draft.saving.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { ErrorFilter } from './errors/error.filter.js';
import { FieldsController } from './fields/fields.controller.js';
import { BrandController } from './community/brand.controller.js';
import { ContactController } from './community/contact.controller.js';
import { LogoUpload } from './community/logo.upload.js';
import { StepsController } from './steps/steps.controller.js';
import { Look } from './community/look.js';
import { WaysController } from './community/ways.controller.js';
import { Attaching } from './files/attaching.js';
import { FrontController } from './front/front.controller.js';
import { InputPipe } from '#platform/graphql';
import { LiveModule } from '#platform/live';
import { RightsModule } from '#rights';
import { ScreeningModule } from '#screening';
import { InvitationController } from './invitations/invitation.controller.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { Asking } from './graphql/asking.js';
import { ClosingController } from './keeping/closing.controller.js';
import { EditController } from './keeping/edit.controller.js';
import { ProofController } from './screening/proof.controller.js';
import { EditSending } from './keeping/edit.sending.js';
import { Refusal } from './keeping/refusal.js';
import { RemovalController } from './keeping/removal.controller.js';
import { Previewing } from './parts/previewing.js';
import { RevisionController } from './keeping/revision.controller.js';
import { PostFeedsController } from './found/post-feeds.controller.js';
import { FoundController } from './found/found.controller.js';
import { EntryController } from './knowledge/entry.controller.js';
import { EntryFormController } from './knowledge/form.controller.js';
import { FaqController } from './knowledge/faq.controller.js';
import { KnowledgeFeedsController } from './knowledge/feeds.controller.js';
import { Agreeing } from './legal/agreeing.js';
import { LegalAdminController } from './legal/legal-admin.controller.js';
import { LegalController } from './legal/legal.controller.js';
import { ListController } from './list/list.controller.js';
import { LiveController } from './live/live.controller.js';
import { MailboxController } from './mailbox/mailbox.controller.js';
import { MemberController } from './member/member.controller.js';
import { Bell } from './notifications/bell.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { UnsubscribeController } from './notifications/unsubscribe.controller.js';
import { MergingController } from './merging/merging.controller.js';
import { PageInterceptor } from './page/page.interceptor.js';
import { Visits } from './page/visits.js';
import { PatternsController } from './private-data/patterns.controller.js';
import { PrivateDataWarning } from './private-data/private-data.warning.js';
import { DataFileController } from './rights/data-file.controller.js';
import { DeleteAccountController } from './rights/delete-account.controller.js';
import { DataController } from './rights/data.controller.js';
import { SavedController } from './saved/saved.controller.js';
import { Saving } from './saved/saving.js';
import { SearchController } from './search/search.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { Entering } from './sign-in/entering.js';
import { UnsentCheck } from './sign-in/unsent.check.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { IllegalController } from './illegal/illegal.controller.js';
import { FlagController } from './review/flag.controller.js';
import { ReviewController } from './review/review.controller.js';
import { RingsController } from './rings/rings.controller.js';
import { HelpersController } from './helpers/helpers.controller.js';
import { SuperUsersController } from './super-users/super-users.controller.js';
import { MutedController } from './member/muted.controller.js';
import { DecisionsController } from './sanctions/decisions.controller.js';
import { SanctionController } from './sanctions/sanction.controller.js';
import { StandingController } from './standing/standing.controller.js';
import { TagsController } from './tags/tags.controller.js';
import { ActsController } from './thread/acts.controller.js';
import { AnswerSending } from './thread/answer.sending.js';
import { BookmarksController } from './bookmarks/bookmarks.controller.js';
import { FollowingController } from './following/following.controller.js';
import { CommentSending } from './thread/comment.sending.js';
import { GonePosts } from './thread/gone.post.js';
import { ThreadController } from './thread/thread.controller.js';
import { ThreadPage } from './thread/thread.page.js';

/** Pages for people: rendered here, fed by GraphQL alone, whole without any script. */
@Module({
  imports: [AccountsModule, CompanyModule, ScreeningModule, ForumModule, LiveModule, SavedModule, RightsModule],
  controllers: [
    AssetsController,
    ProofController,
    FrontController,
    KnowledgeFeedsController, // before the other site maps
    FoundController,
    PostFeedsController, // before threads, whose addresses begin alike
    ListController,
    TagsController,
    FollowingController,
    BookmarksController,
    EditController, // these seven before those of threads and posts, whose addresses begin alike and catch all
    RevisionController,
    RemovalController,
    FlagController,
    IllegalController,
    ClosingController,
    MergingController,
    NoticesController,
    FaqController, // these four too
    OpenedController,
    EntryFormController,
    EntryController,
    SolvedController,
    WorkController,
    ThreadController,
    ActsController,
    LiveController,
    AskController,
    SearchController,
    MemberController, StandingController, ReviewController, DecisionsController, SanctionController, RingsController, HelpersController, SuperUsersController, MutedController,
    SettingsController,
    DataController,
    DataFileController,
    DeleteAccountController,
    SignInController,
    AdminController,
    BrandController,
    WaysController,
    ContactController,
    StepsController,
    LegalController,
    LegalAdminController,
    AnnounceController,
    DraftsController,
    FieldsController,
    MailboxController,
    InvitationsController,
    InvitationController,
    PatternsController,
    VerifyController,
    ResetController,
    ChangeAddressController,
    SavedController,
    NotificationsController,
    UnsubscribeController,
  ],
  providers: [
    Agreeing, Asking, Look, LogoUpload, Previewing, PrivateDataWarning, UnsentCheck, InputPipe, Refusal, Attaching, Bell, Visits, PageInterceptor, Entering, GonePosts, ThreadPage, AttachedPage, AskPage, AskSending, EditSending, DraftSaving, AnswerSending, CommentSending, Saving,
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
})
export class WebModule {}
