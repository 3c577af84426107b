import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Language } from '#platform/access';

export type ThreadKind = 'question' | 'discussion' | 'idea' | 'announcement';
export type PostKind = 'opening' | 'answer' | 'comment';
export type PostState = 'visible' | 'held' | 'hidden' | 'deleted';

// Columns that writing needs; counters and generated columns are PostgreSQL's and are changed by SQL under a row lock.

@Entity('category')
export class CategoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('bigint', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('integer', { default: 0 })
  position: number;
}

@Entity('thread')
export class ThreadEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  kind: ThreadKind;

  @Column('text')
  title: string;

  @Column('text')
  slug: string;

  @Column('bigint', { name: 'category_id' })
  categoryId: string;

  @Column('bigint', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { default: 'visible' })
  state: PostState;

  @Column('text')
  language: Language;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

@Entity('thread_tag')
export class ThreadTagEntity {
  @PrimaryColumn('bigint', { name: 'thread_id' })
  threadId: string;

  @PrimaryColumn('bigint', { name: 'tag_id' })
  tagId: string;
}

export const FORUM_ENTITIES = [CategoryEntity, ThreadEntity, ThreadTagEntity];
