import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Language, Role } from '#platform/access';

@Entity('member')
export class MemberEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'name_key' })
  nameKey: string;

  @Column('text', { name: 'name_skeleton', nullable: true })
  nameSkeleton: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  @Column('text', { default: 'customer' })
  role: Role;

  @Column('smallint', { default: 0 })
  rank: number;

  @Column('text', { default: 'en' })
  language: Language;

  @Column('integer', { name: 'rules_agreed', default: 0 })
  rulesAgreed: number;

  @Column('timestamptz', { name: 'rules_agreed_at', nullable: true })
  rulesAgreedAt: Date | null;

  @Column('text', { name: 'imported_from', nullable: true })
  importedFrom: string | null;

  @Column('text', { name: 'imported_id', nullable: true })
  importedId: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('bigint', { name: 'member_id' })
  memberId: string;

  @Column('text', { name: 'user_agent', default: '' })
  userAgent: string;

  @Column('text', { default: '' })
  network: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

export const MEMBER_ENTITIES = [MemberEntity, SessionEntity];
