/** Categories, tags, threads and posts; votes, accepted and official answers. */
export { AcceptAnswerService } from './answer/accept-answer.service.js';
export { AnswerService } from './answer/answer.service.js';
export { AskQuestionService } from './ask/ask-question.service.js';
export { CategoryService } from './category/category.service.js';
export { FORUM_ENTITIES } from './forum.entities.js';
export { ForumModule } from './forum.module.js';
export { type ThreadRow, ThreadReader } from './thread/thread.reader.js';
export { Thread } from './thread/thread.type.js';
export { VoteService } from './vote/vote.service.js';
