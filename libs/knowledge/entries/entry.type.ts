import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Category, LANGUAGES, Permission, Post, Thread } from '#forum';
import type { Language } from '#platform/access';
import { connectionOf, Payload } from '#platform/graphql';
import { EntryKind, EntryState, ReviewReason } from './entry.sets.js';

@ObjectType({ description: 'What the one who asks may do with a knowledge entry, and has said of it.' })
export class EntryViewer {
  @Field(() => Permission, { description: 'Whether they may change it. Of what everyone reads, the change waits until it is published.' })
  canEdit: Permission;

  @Field(() => Permission, { description: 'Whether they may publish what waits, or say that it is still right.' })
  canPublish: Permission;

  @Field(() => Permission, { description: 'Whether they may reject it: only what was never published.' })
  canReject: Permission;

  @Field(() => Permission, { description: 'Whether they may take it from the site: only what was published.' })
  canArchive: Permission;

  @Field(() => Permission, { description: 'Whether they may say whether it helped.' })
  canRate: Permission;

  @Field(() => Boolean, { nullable: true, description: 'Whether it helped them, as they said; null where they said nothing. Of a guest it is not known.' })
  rated: boolean | null;
}

@ObjectType({ description: 'A change of a knowledge entry that is not published yet.' })
export class WaitingEdit {
  /** What everyone reads meanwhile. Not part of the API. */
  before?: { title: string; source: string };

  @Field(() => String, { description: 'The title as it is to be.' })
  title: string;

  @Field(() => String, { description: 'The text as it is to be: Markdown.' })
  source: string;

  @Field(() => Member, { nullable: true, description: 'Who wrote it; null where their account is gone.' })
  author: Member | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@ObjectType({ description: 'A place that was changed in a knowledge entry and in its answer, each otherwise.' })
export class TextConflict {
  @Field(() => String, { description: 'As the entry says it: Markdown.' })
  own: string;

  @Field(() => String, { description: 'As the answer says it now: Markdown.' })
  source: string;
}

@ObjectType({ description: 'A knowledge entry with what its answers say now.' })
export class SourceUpdate {
  @Field(() => String, { description: 'Its text, with what was changed in the answers since; where both have changed the same place, as the entry says it. Markdown.' })
  text: string;

  @Field(() => [TextConflict], { description: 'Those places.' })
  conflicts: TextConflict[];
}

@ObjectType({ description: 'A version of a knowledge entry that everyone could read.' })
export class EntryVersion {
  key: string;

  @Field(() => Int, { description: 'Counted from 1.' })
  number: number;

  @Field(() => String, { description: 'Its title then.' })
  title: string;

  @Field(() => String, { description: 'Its text then: Markdown.' })
  source: string;

  @Field(() => String, { description: 'Its text then, as safe HTML.' })
  html: string;

  @Field(() => Member, { nullable: true, description: 'Who wrote it; null where their account is gone.' })
  author: Member | null;

  @Field(() => Member, { nullable: true, description: 'Who published it; null where their account is gone.' })
  publishedBy: Member | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was published.' })
  publishedAt: Date;
}

@ObjectType({ description: 'An answer that a knowledge entry was made from.' })
export class EntrySource {
  @Field(() => Post, { description: 'The answer.' })
  post: Post;

  @Field(() => Thread, { description: 'The thread it stands in.' })
  thread: Thread;
}

@ObjectType({ description: 'A piece of knowledge that the company stands for: an article, or an entry of the FAQ.' })
export class KnowledgeEntry {
  key: string;

  @Field(() => ID, { description: 'kno_ and a number.' })
  id: string;

  @Field(() => EntryKind, { description: 'What it is.' })
  kind: EntryKind;

  @Field(() => EntryState, { description: 'How far it has come.' })
  state: EntryState;

  @Field(() => Boolean, { description: 'Whether everyone reads it.' })
  isPublic: boolean;

  @Field(() => String, { description: 'Its title; of an FAQ entry the question.' })
  title: string;

  @Field(() => String, { description: 'Its address on this site.' })
  path: string;

  @Field(() => String, { description: 'Its text, as safe HTML; of an FAQ entry the answer.' })
  html: string;

  @Field(() => String, { description: 'Its text as it was typed: Markdown.' })
  source: string;

  @Field(() => Int, { description: 'Another one with each change: what basedOn of an input means.' })
  version: number;

  @Field(() => Category, { description: 'The topic it stands under.' })
  category: Pick<Category, 'id' | 'slug' | 'name'>;

  @Field(() => [String], { description: 'The products and topics it is about: tags by name.' })
  tags: string[];

  @Field(() => LANGUAGES, { description: 'Its language.' })
  language: Language;

  @Field(() => Int, { description: 'How many say that it helped; guests are counted once a network and two days.' })
  helpful: number;

  @Field(() => Int, { description: 'How many say that it did not.' })
  notHelpful: number;

  @Field(() => Int, { description: 'How many it has helped or would help: the FAQ is in this order. Counted each night: who had the same problem or was helped in the threads it was made from, and who says that it helped.' })
  need: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published first; null where it never was.' })
  publishedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When what everyone reads was changed last; null where it was never published.' })
  changedAt: Date | null;

  ownerMember: Member | null;
  ownerId: string | null;
  reasons: ReviewReason[];
  reasonsAt: Date | null;
  reviewDue: Date | null;
  waitingEdit: WaitingEdit | null;
  rejectedReason: string | null;
  mergedKey: string | null;
  originalKey: string | null;
  needKey: number;
  proposed: { asked: number; people: number; saved: number; votes?: number; since: string } | null;
}

@ObjectType({ description: 'What is left of a knowledge entry that everyone read, and nobody does any more.' })
export class GoneEntry {
  key: string;

  @Field(() => Boolean, { description: 'Whether somebody took it away; else its answer was taken back, and it waits until somebody has looked at it.' })
  forGood: boolean;
}

@ObjectType({ description: 'How many entries wait for a decision, by why.' })
export class EntriesWaiting {
  @Field(() => Int, { description: 'What everyone reads, or did, and that may be wrong.' })
  needReview: number;

  @Field(() => Int, { description: 'Changes that are not published yet.' })
  changed: number;

  @Field(() => Int, { description: 'What people began.' })
  drafts: number;

  @Field(() => Int, { description: 'What proposed itself.' })
  proposed: number;
}

@ObjectType({ description: 'A page of knowledge entries.' })
export class KnowledgeEntryConnection extends connectionOf(KnowledgeEntry, 'KnowledgeEntry') {}

@ObjectType({ description: 'A page of versions, the latest first.' })
export class EntryVersionConnection extends connectionOf(EntryVersion, 'EntryVersion') {}

@ObjectType({ description: 'A topic of the FAQ.' })
export class FaqTopic {
  @Field(() => Category, { description: 'The topic.' })
  category: Pick<Category, 'id' | 'slug' | 'name'>;

  @Field(() => [KnowledgeEntry], { description: 'Its entries, what most need first: as many as were asked for.' })
  entries: KnowledgeEntry[];

  @Field(() => Int, { description: 'How many entries it has in all.' })
  total: number;
}

@ObjectType({ description: 'Where a knowledge entry is found.' })
export class KnowledgeAddress {
  @Field(() => String, { description: 'Its address on this site, beginning with a slash, without language.' })
  path: string;

  @Field(() => LANGUAGES, { description: 'The language of its text.' })
  language: Language;

  @Field(() => GraphQLISODateTime, { description: 'When what everyone reads was changed last.' })
  changedAt: Date;
}

@ObjectType({ description: 'The knowledge entry that was written or changed.' })
export class KnowledgeEntryPayload extends Payload {
  entryKey?: string | null;
}
