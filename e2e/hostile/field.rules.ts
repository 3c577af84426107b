import { randomUUID } from 'node:crypto';
import { isStorable } from './strings.js';

/** What a text field promises to do with a text. Written a second time on purpose: what the program does is held against it. */
export interface Rule {
  /** In code points; what is shorter is sent with more behind it. */
  min: number;
  /** Whether it has to be taken, has to be refused at this field, or may be either. */
  takes(text: string): boolean | 'either';
  /** How it comes back. */
  comes(text: string): unknown;
  /** What of the payload holds it (`thread { title }`), or the SQL that finds it where nobody can read it over the API; null where it is not kept as text. */
  told: string | null;
  /** The part of the input that holds it, where that is more than the field alone. */
  put?(text: string): object;
  /** Each text costs the hashing of a password. */
  slow?: true;
  /** What leads nowhere is answered like a row that is not there. */
  leads?: true;
  /** Where all texts are tried, not only a part of them. */
  every?: true;
}

const within = (text: string, min: number, max: number) => [...text.trim()].length >= min && [...text].length <= max;

// What nobody sees and what turns the direction round is taken out of a line; all white space and control characters are one space
const UNSEEN = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
export const asLine = (text: string) => text.replace(UNSEEN, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
/** Only line ends change in a text of many lines. */
export const asText = (text: string) => text.replace(/\r\n?/g, '\n');
/** What is on nobody's screen is not enough for a line that must not be empty. */
const isSeen = (text: string) => /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
export const asSeen = (text: string) => (isSeen(asLine(text)) ? asLine(text) : '');

type More = Partial<Rule>;
const line = (min: number, max: number, told: string | null, more: More = {}): Rule => ({ min, told, takes: (text) => isStorable(text) && within(asSeen(text), min, max), comes: asSeen, ...more });
const long = (min: number, max: number, told: string, more: More = {}): Rule => ({ min, told, takes: (text) => isStorable(text) && within(asText(text), min, max), comes: asText, ...more });
/** One of a few, or of one form: none of ours is. */
const only = (form: RegExp, more: More = {}): Rule => ({ min: 0, told: null, takes: (text) => form.test(text), comes: String, ...more });
const password = (min: number, more: More = {}): Rule => ({ min, told: null, takes: (text) => isStorable(text) && 'either', comes: String, slow: true, ...more });
const log = 'select reason as told from moderation_entry order by id desc limit 1';
const note = line(0, 300, log, { comes: (text) => asSeen(text) || null });

/** The words that led to a thread: read by staff alone. */
const asked = line(0, 200, 'select asked as told from deflection order by id desc limit 1', { comes: (text) => asSeen(text) || null });

const title = line(8, 200, 'thread { title }');
const body = long(10, 30_000, 'thread { opening { source } }');
/** None of ours is a tag that there is; what has nothing of a word is none at all. */
const tags: Rule = { min: 0, takes: (text) => isStorable(text) && !/\p{Cc}/u.test(text) && 'either', told: 'thread { tags }', comes: () => [] };
const value = line(0, 120, 'thread { fields { value } }', {
  put: (text) => ({ fields: [{ key: 'device', value: text }] }), takes: (text) => isStorable(text) && [...asSeen(text)].length <= 120, comes: (text) => (asSeen(text) ? [{ value: asSeen(text) }] : []),
});
const valueKey = only(/^[a-z][a-z0-9-]{0,29}$/, { put: (text) => ({ fields: [{ key: text, value: 'x' }] }) });
const place = only(/^(?:ask|announce|answer:thr_\d{1,19}|comment:pst_\d{1,19}|edit:pst_\d{1,19})$/);
const label = (name: string) => line(1, 60, `field { ${name} }`);
/** What is in the form of one confirms something else. */
const confirmation = only(/^[\w-]{43}$/);
/** What is no solved task is the same as none. */
const proof: Rule = { min: 0, takes: (text) => text.length <= 2_000, comes: String, told: null, put: (text) => ({ writing: { proof: text } }) };
/** Two of them, so that ours is a choice; the same twice is one. */
const choices = line(1, 120, 'field { choices }', {
  put: (text) => ({ choices: ['Another one', text] }), takes: (text) => isStorable(text) && !/\p{Cc}/u.test(text) && text.length <= 120 && asSeen(text) !== '', comes: (text) => ['Another one', asSeen(text)],
});
const ofPattern = (name: string, max: number) => line(1, max, `list { patterns { ${name} } }`, {
  put: (text) => ({ patterns: [{ nameDe: 'Kundennummer', nameEn: 'Customer number', pattern: 'KD-########', example: 'KD-12345678', [name]: text }] }), comes: (text) => [{ [name]: asSeen(text) }],
});
/** Of a way to reach the company, in one language. */
const ofWay = (language: 'de' | 'en', name: string, min: number, max: number) => line(min, max, `community { contactWays { ${language} { ${name} } } }`, {
  put: (text) => ({ ways: [{ kind: 'telephone', address: '0800 330 1000', de: { label: 'Hotline' }, en: { label: 'Hotline' }, [language]: { label: 'Hotline', [name]: text } }] }), comes: (text) => [{ [language]: { [name]: asSeen(text) } }],
});
/** Where a way leads, or when: few of ours say that, and what they say is written in one form. */
const wayOf = (name: string): Rule => ({ min: 0, told: null, takes: (text) => isStorable(text) && 'either', comes: String, put: (text) => ({ ways: [{ kind: 'telephone', address: '0800 330 1000', de: { label: 'Hotline' }, en: { label: 'Hotline' }, [name]: text }] }) });
/** NFKC, lower case, no white space and nothing that an address or a list would trip over. */
const asTag = (text: string) => asSeen(text).normalize('NFKC').toLowerCase().trim().replace(/[\s/?#,&%]+/g, '-').replace(/^-+|-+$/g, '');

const region = (put: (text: string) => object): Rule => ({ min: 0, put, told: 'thread { notice { regions } }', takes: (text) => isStorable(text) && !/\p{Cc}/u.test(text) && text !== '' && text.length <= 60, comes: (text) => (asSeen(text) ? [asSeen(text)] : []) });
/** None of ours is a category that there is. */
const concerned = (put: (text: string) => object): Rule => ({ min: 0, put, told: null, takes: (text) => isStorable(text) && 'either', comes: String, leads: true });

/** Every text field of every mutation; ids and `clientMutationId` have rules of their own. */
export const RULES: Record<string, Rule> = {
  'askQuestion.title': { ...title, every: true },
  'askQuestion.body': { ...body, every: true },
  'askQuestion.tags[]': tags,
  'askQuestion.fields[].key': valueKey,
  'askQuestion.fields[].value': { ...value, every: true },
  'askQuestion.privateDataConfirmation': confirmation,
  'solvedMyProblem.asked': asked,
  'openedWhileAsking.asked': asked,
  'startDiscussion.title': title,
  'startDiscussion.body': body,
  'startDiscussion.tags[]': tags,
  'startDiscussion.fields[].key': valueKey,
  'startDiscussion.fields[].value': value,
  'askQuestion.writing.proof': proof,
  'startDiscussion.writing.proof': proof,
  'announce.writing.proof': proof,
  'answer.writing.proof': proof,
  'comment.writing.proof': proof,
  'editPost.writing.proof': proof,
  'startDiscussion.privateDataConfirmation': confirmation,
  'announce.title': title,
  'announce.body': body,
  'announce.tags[]': tags,
  'announce.notice.affected': line(3, 200, 'thread { notice { affected } }', { put: (text) => ({ notice: { affected: text } }) }),
  'announce.privateDataConfirmation': confirmation,
  'updateNotice.privateDataConfirmation': confirmation,
  'announce.notice.regions[]': region((text) => ({ notice: { affected: 'All of it', regions: [text] } })),
  'announce.notice.categoryIds[]': concerned((text) => ({ notice: { affected: 'All of it', categoryIds: [text] } })),
  'updateNotice.text': line(3, 500, 'select body as told from notice_update order by id desc limit 1'),
  'updateNotice.affected': line(3, 200, 'thread { notice { affected } }'),
  'updateNotice.regions[]': region((text) => ({ regions: [text] })),
  'updateNotice.categoryIds[]': concerned((text) => ({ categoryIds: [text] })),
  'answer.body': long(10, 30_000, 'post { source }'),
  'answer.privateDataConfirmation': confirmation,
  'comment.body': long(2, 2_000, 'post { source }'),
  'comment.privateDataConfirmation': confirmation,
  'editPost.title': { ...title, told: 'post { thread { title } }' },
  'editPost.body': long(10, 30_000, 'post { source }'),
  'editPost.tags[]': { ...tags, told: 'post { thread { tags } }' },
  'editPost.fields[].key': valueKey,
  'editPost.fields[].value': { ...value, told: 'post { thread { fields { value } } }' },
  'editPost.reason': line(0, 300, log, { put: (text) => ({ reason: text, body: 'Another text than before.' }), comes: (text) => asSeen(text) || null }),
  'editPost.privateDataConfirmation': confirmation,
  'splitThread.title': title,
  'splitThread.note': note,
  'splitThread.privateDataConfirmation': confirmation,
  'mergeThreads.note': note,
  'moveThread.note': note,
  'moveThread.fields[].key': valueKey,
  'moveThread.fields[].value': { ...value, told: 'thread { fields { value } }' },
  'moveThread.privateDataConfirmation': confirmation,
  'markDuplicate.note': note,
  'closeThread.note': note,
  'reopenThread.note': note,
  'deletePost.reason': line(1, 300, log),
  'restorePost.reason': note,
  'hideRevision.reason': line(3, 300, log),
  'showRevision.reason': note,
  'saveDraft.place': { ...place, put: (text) => ({ place: text }) },
  'saveDraft.fields[].name': only(/^[\w.:-]{1,60}$/, { put: (text) => ({ fields: [{ name: text, value: 'x' }] }), told: 'draft { fields { name } }', comes: (text) => [{ name: text }] }),
  'saveDraft.fields[].value': long(0, 30_000, 'draft { fields { value } }', { put: (text) => ({ fields: [{ name: 'body', value: text }] }), comes: (text) => [{ value: asText(text) }], every: true }),
  'discardDraft.place': place,
  'writeEntry.title': line(5, 200, 'entry { title }'),
  'writeEntry.text': long(5, 60_000, 'entry { source }'),
  'writeEntry.tags[]': { ...tags, told: 'entry { tags }' },
  'writeEntry.privateDataConfirmation': confirmation,
  'splitEntry.title': line(5, 200, 'entry { title }'),
  'splitEntry.text': long(5, 60_000, 'entry { source }'),
  'splitEntry.privateDataConfirmation': confirmation,
  'editEntry.title': line(5, 200, 'select waiting_title as told from knowledge_entry order by waiting_at desc nulls last limit 1'),
  'editEntry.text': long(5, 60_000, 'select waiting_source as told from knowledge_entry order by waiting_at desc nulls last limit 1'),
  'editEntry.tags[]': { ...tags, told: 'entry { tags }' },
  'editEntry.privateDataConfirmation': confirmation,
  'setMemberRank.reason': line(3, 500, 'select reason as told from rank_change order by id desc limit 1'),
  'reportIllegal.note': line(20, 500, 'select note as told from flag where receipt is not null order by created_at desc limit 1', { slow: true }), // five an hour
  'flagPost.note': line(0, 500, 'select note as told from flag order by created_at desc limit 1'),
  'inviteSuperUser.message': line(0, 500, 'select message as told from super_user_term order by id desc limit 1'),
  'endSuperUser.reason': line(0, 250, null),
  'sanctionMember.note': line(0, 250, 'select note as told from sanction order by id desc limit 1'),
  'liftSanction.reason': line(5, 250, log),
  'appeal.body': long(10, 2_000, 'select body as told from appeal order by id desc limit 1'),
  'decideReview.note': line(0, 250, 'select reason as told from moderation_entry order by id desc limit 1', { comes: (text) => ['It advertises.', asSeen(text)].filter(Boolean).join(' ') }),
  'rejectEntry.reason': line(3, 500, 'entry { rejectedBecause }'),
  'createCategory.name': line(1, 80, 'category { name }'),
  'createCategory.slug': only(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { told: 'category { slug }' }),
  'createCategory.description': line(0, 500, 'category { description }'),
  'updateCategory.name': line(1, 80, 'category { name }'),
  'updateCategory.description': line(0, 500, 'category { description }'),
  'createCategoryField.key': only(/^[a-z][a-z0-9-]{0,29}$/, { told: 'field { key }' }),
  'createCategoryField.labelDe': label('labelDe'),
  'createCategoryField.labelEn': label('labelEn'),
  'createCategoryField.choices[]': choices,
  'updateCategoryField.labelDe': label('labelDe'),
  'updateCategoryField.labelEn': label('labelEn'),
  'updateCategoryField.choices[]': choices,
  'setCommunity.name': line(1, 60, 'community { name }'),
  'setCommunity.claimDe': line(0, 120, 'community { claim { de } }'),
  'setCommunity.claimEn': line(0, 120, 'community { claim { en } }'),
  'setCommunity.brand': only(/^(?:#[0-9a-f]{6})?$/i),
  'setCommunity.accent': only(/^(?:#[0-9a-f]{6})?$/i),
  'setCommunity.timeZone': only(/^(?:UTC|[A-Z]\w+\/\w+)$/),
  'setCommunity.logo': { min: 0, told: null, takes: (text) => text === '' || (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && 'either'), comes: String },
  'setContactWays.ways[].de.label': ofWay('de', 'label', 1, 60),
  'setContactWays.ways[].de.cost': ofWay('de', 'cost', 0, 120),
  'setContactWays.ways[].de.hoursNote': ofWay('de', 'hoursNote', 0, 200),
  'setContactWays.ways[].de.note': ofWay('de', 'note', 0, 300),
  'setContactWays.ways[].en.label': ofWay('en', 'label', 1, 60),
  'setContactWays.ways[].en.cost': ofWay('en', 'cost', 0, 120),
  'setContactWays.ways[].en.hoursNote': ofWay('en', 'hoursNote', 0, 200),
  'setContactWays.ways[].en.note': ofWay('en', 'note', 0, 300),
  'setContactWays.ways[].address': wayOf('address'),
  'setContactWays.ways[].hours': wayOf('hours'),
  // every text of ours is no pattern, and fits none
  'setCompanyPatterns.patterns[].nameDe': ofPattern('nameDe', 60),
  'setCompanyPatterns.patterns[].nameEn': ofPattern('nameEn', 60),
  'setCompanyPatterns.patterns[].pattern': { ...ofPattern('pattern', 40), takes: () => false },
  'setCompanyPatterns.patterns[].example': { ...ofPattern('example', 60), takes: () => false },
  'createTag.name': {
    min: 1, told: 'tag { name }', comes: asTag, every: true,
    takes: (text) => isStorable(text) && [...asSeen(text)].length <= 40 && [...asTag(text)].length <= 40 && /[\p{L}\p{N}]/u.test(asTag(text)),
  },
  // letters of several alphabets are refused, and what speaks for the company
  'changeName.name': line(2, 40, 'member { name }', { takes: (text) => isStorable(text) && within(asSeen(text), 2, 40) && 'either', every: true }),
  'changeLanguage.language': only(/^(?:de|en)$/),
  'changePassword.password': password(1),
  'changePassword.newPassword': password(8, { takes: (text) => isStorable(text) && within(text, 8, 128) }),
  'publishLegalPage.sourceDe': long(0, 60_000, 'version { sourceDe }', { comes: (text) => asText(text).trim() }),
  'publishLegalPage.sourceEn': long(0, 60_000, 'version { sourceEn }', { comes: (text) => asText(text).trim() }),
  'deleteMyAccount.password': password(1),
  'inviteStaff.email': { min: 1, takes: (text) => /^\s*[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}@]+\s*$/u.test(text) && 'either', comes: (text) => text.trim(), told: 'invitation { email }' },
  // to another address each time: one gets five an hour
  'inviteStaff.note': line(0, 300, 'invitation { note }', { put: (text) => ({ note: text, email: `${randomUUID()}@example.org` }), comes: (text) => asSeen(text) || null }),
  'claimMember.email': { min: 1, takes: (text) => /^\s*[^\s\p{Cc}<>()[\]",;:\\@]+@[^\s\p{Cc}@]+\s*$/u.test(text) && 'either', comes: (text) => text.trim(), told: 'select email as told from member where imported_from is not null', slow: true },
  'claimMember.password': password(8, { takes: (text) => isStorable(text) && within(text, 8, 128) }),
  'createToken.name': line(1, 60, 'tokens { name }', { comes: (text) => [{ name: asSeen(text) }], slow: true }),
  'createToken.password': password(1),
  'unsubscribe.token': only(/^\d+\.\w+\.[\w-]{22}$/, { leads: true }),
};

/** One's own name for a call. */
export const CALL_NAME = only(/^[\w.:-]{1,100}$/);
/** Names something that is there, or nothing. */
export const ID: Rule = { min: 0, takes: (text) => isStorable(text) && 'either', comes: String, told: null, leads: true };
