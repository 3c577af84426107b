export type Role = 'customer' | 'super_user' | 'staff' | 'admin';
/** What a personal access token lets a program do. */
export type Scope = 'read' | 'write' | 'admin';
export type Language = 'de' | 'en';
/** How pages look: as the device has it, or always the one. */
export type Theme = 'device' | 'light' | 'dark';

const HEIGHT: Record<Role, number> = { customer: 0, super_user: 1, staff: 2, admin: 3 };

/** Who asks. A guest is an actor too, one that is nobody and may little: no null to forget. */
export class Actor {
  private constructor(
    readonly id: string | null,
    readonly name: string,
    readonly role: Role,
    readonly rank: number,
    readonly language: Language,
    /** They may not write in public yet: their address was not shown to be theirs, and this community asks for it. */
    readonly mustVerify: boolean,
    /** The session that asks; null for guests and tokens. */
    readonly sessionId: string | null = null,
    /** What a token allows; null where no token asks. */
    readonly scopes: readonly Scope[] | null = null,
    /** Chosen by a member; a guest's pages are the same for everybody. */
    readonly theme: Theme = 'device',
    /** They may not write in public until they have agreed to the house rules in force. */
    readonly mustAgree: boolean = false,
    /** The network they come by, where they come by one: all that a guest can be counted by. */
    readonly network: string | null = null,
    /** Until when they write no texts in public; null where they may. */
    readonly silencedUntil: Date | null = null,
    /** Until when they take no part at all, but read, export and appeal; null where they do. */
    readonly suspendedUntil: Date | null = null,
    /** The keys of those whom they would rather not read. */
    readonly muted: readonly string[] = [],
  ) {}

  static guest(language: Language): Actor {
    return new Actor(null, '', 'customer', 0, language, false);
  }

  static member(row: { id: string; name: string; role: Role; rank: number; language: Language; mustVerify?: boolean; sessionId?: string; scopes?: readonly Scope[]; theme?: Theme; mustAgree?: boolean; silencedUntil?: Date | null; suspendedUntil?: Date | null; muted?: readonly string[] }): Actor {
    return new Actor(row.id, row.name, row.role, row.rank, row.language, row.mustVerify ?? false, row.sessionId ?? null, row.scopes ?? null, row.theme, row.mustAgree, null, row.silencedUntil, row.suspendedUntil, row.muted);
  }

  get isMember(): boolean {
    return this.id !== null;
  }

  get isSuperUser(): boolean {
    return this.isMember && HEIGHT[this.role] >= HEIGHT.super_user;
  }

  get isStaff(): boolean {
    return this.isMember && HEIGHT[this.role] >= HEIGHT.staff;
  }

  get isAdmin(): boolean {
    return this.isMember && this.role === 'admin';
  }

  /** False for a program whose token only reads. */
  get mayWrite(): boolean {
    return this.scopes === null || this.scopes.includes('write') || this.scopes.includes('admin');
  }

  /** Whether this is the member with that key; nobody is the author of an orphaned post. */
  is(memberId: string | null): boolean {
    return this.id !== null && this.id === memberId;
  }

  /** The member's key, where the access mark of the field has already made sure there is one. */
  get memberId(): string {
    if (this.id === null) throw new Error('A guest reached an act for members: the field lacks @Access("member").');
    return this.id;
  }

  /** The same person, who has agreed meanwhile. */
  agreed(): Actor {
    return new Actor(this.id, this.name, this.role, this.rank, this.language, this.mustVerify, this.sessionId, this.scopes, this.theme, false, this.network, this.silencedUntil, this.suspendedUntil, this.muted);
  }

  /** The same person reading in another language: pages carry theirs in the address. */
  reading(language: Language): Actor {
    return new Actor(this.id, this.name, this.role, this.rank, language, this.mustVerify, this.sessionId, this.scopes, this.theme, this.mustAgree, this.network, this.silencedUntil, this.suspendedUntil, this.muted);
  }

  /** The same person, coming by that network. */
  from(network: string): Actor {
    return new Actor(this.id, this.name, this.role, this.rank, this.language, this.mustVerify, this.sessionId, this.scopes, this.theme, this.mustAgree, network, this.silencedUntil, this.suspendedUntil, this.muted);
  }
}
