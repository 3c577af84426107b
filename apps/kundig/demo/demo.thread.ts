import type { Chance } from './demo.chance.js';
import type { Crowd } from './demo.crowd.js';
import type { PlannedMember, PlannedPost, PlannedThread } from './demo.plan.type.js';
import type { Answer, Line, Script } from './demo.scripts.js';
import { chosen, type Language, MANNERS } from './demo.words.js';

/** How it went. */
export type Course = 'unanswered' | 'answered' | 'solved' | 'official' | 'both';

/** Plays one script: by these people, at this time, in these words. */
export class ThreadPlay {
  // what people say of an answer, each once
  private readonly agreeing: Record<Language, string[]> = { de: [...MANNERS.de.agree], en: [...MANNERS.en.agree] };

  constructor(private readonly chance: Chance, private readonly crowd: Crowd, private readonly now: Date) {}

  play(script: Script, course: Course, at: Date, asker: PlannedMember): PlannedThread {
    const words = chosen(script.language, this.chance.pick);
    words['asker'] = asker.name;
    const manners = MANNERS[script.language];
    const body = script.opening;
    const isPlain = script.kind !== 'question' || /^(Moin|Hallo|Kurze Frage|Hi)\b/.test(body);
    const opening = post('opening', null, asker, filled([isPlain ? '' : this.chance.pick(manners.hello), body, isPlain ? '' : this.chance.pick(manners.bye)], words), at);
    const thread = { ...begun(script.kind, script.place, script.language, filled([script.title], words), opening), tags: script.tags, words, notice: script.notice ?? null };
    this.lines(thread, opening, script.comments, course !== 'unanswered' || this.chance.happens(0.5));
    if (course !== 'unanswered' && script.answers.length > 0) this.answers(thread, script, course);
    this.reception(thread);
    return thread;
  }

  private answers(thread: PlannedThread, script: Script, course: Course): void {
    const isSettled = course === 'solved' || course === 'both';
    const writers = [thread.opening.author];
    let moment = thread.opening.at;
    for (const answer of script.answers) {
      moment = this.chance.after(moment);
      if (moment >= this.now) return;
      const author = answer.by === 'staff' ? this.chance.early(this.crowd.staff, 1.3) : answer.by === 'super' ? this.chance.early(this.crowd.superUsers, 1.5) : this.crowd.helper(writers);
      if (author === thread.opening.author) continue;
      writers.push(author);
      if (answer.by !== 'staff' && (answer.best || !thread.words['helper'])) thread.words['helper'] = author.name;
      const written = post('answer', thread.opening, author, this.mannered(thread, script, answer, author), moment);
      thread.posts.push(written);
      this.lines(thread, written, answer.comments, isSettled);
      if (script.kind !== 'question') continue;
      const [agrees] = this.chance.happens(0.13) ? this.agreeing[script.language].splice(0, 1) : [];
      if (agrees) this.lines(thread, written, [{ by: 'other', text: agrees }], true);
      if (answer.best && isSettled) [thread.accepted, thread.acceptedAt] = [written, this.notLater(this.chance.after(moment))];
      const isOfficial = course === 'official' ? answer.best || answer.by === 'staff' : course === 'both' && (answer.by === 'staff' || !script.answers.some(({ by }) => by === 'staff'));
      if (isOfficial) written.official = { by: answer.by === 'staff' ? author : this.chance.pick(this.crowd.staff), at: this.notLater(new Date(moment.getTime() + 20 * 60_000)) };
    }
  }

  private mannered({ words }: PlannedThread, { kind, language }: Script, { by, text }: Answer, author: PlannedMember): string {
    if (kind !== 'question') return filled([text], words);
    const manners = MANNERS[language];
    if (by !== 'staff') return filled([text.startsWith('>') ? '' : this.chance.pick(manners.reply), text, this.chance.pick(manners.hope)], words);
    const first = author.name.split(' ')[0]!;
    return filled([/@?\{asker\}/.test(text) ? '' : language === 'de' ? 'Guten Tag {asker}!' : 'Hello {asker},', text, language === 'de' ? `Viele Grüße\n${first} vom Nordnetz-Team` : `Kind regards,\n${first}, Nordnetz`], words);
  }

  /** Comments: thanks only where the asker had something to thank for. */
  private lines(thread: PlannedThread, under: PlannedPost, lines: readonly Line[], isSettled: boolean): void {
    let moment = under.at;
    for (const { by, text } of lines) {
      moment = this.chance.after(moment);
      if (moment >= this.now || (by === 'asker' && !isSettled)) return;
      const author = by === 'asker' ? thread.opening.author : this.crowd.helper([thread.opening.author, under.author]);
      thread.posts.push(post('comment', under, author, filled([text], { helper: author.name, ...thread.words }), moment));
    }
  }

  private reception(thread: PlannedThread): void {
    const { askers } = this.crowd;
    const asker = thread.opening.author;
    if (thread.kind === 'question') thread.same = this.chance.some(askers, this.chance.few(11), [asker]);
    thread.views = 9 + Math.floor(60 * this.chance.next()) + 45 * thread.posts.length + 130 * thread.same.length + Math.floor(2_500 * this.chance.next() ** 9);
    for (const one of thread.posts) {
      const isBest = one === thread.accepted;
      const ups = this.chance.some(askers, isBest ? 1 + this.chance.few(16) : this.chance.few(one.kind === 'comment' ? 3 : 7), [one.author]);
      for (const voter of ups) one.votes.set(voter, 1);
      if (one.kind !== 'comment' && !one.official && !isBest && this.chance.happens(0.12)) for (const voter of this.chance.some(askers, 1 + this.chance.few(3), [one.author, ...ups])) one.votes.set(voter, -1);
      if (one.kind === 'answer' && thread.kind === 'question' && (isBest || this.chance.happens(0.15))) one.also = this.chance.some(askers, this.chance.few(6), [one.author, asker]);
    }
  }

  private notLater(moment: Date): Date {
    return new Date(Math.min(moment.getTime(), this.now.getTime() - 60_000));
  }
}

export function begun(kind: PlannedThread['kind'], place: string, language: Language, title: string, opening: PlannedPost): PlannedThread {
  return {
    kind, place, language, title, opening, posts: [opening], words: { asker: opening.author.name }, tags: [], accepted: null, acceptedAt: null,
    closed: null, duplicateOf: null, merged: null, split: null, imported: false, notice: null, views: 4, same: [],
  };
}

export function post(kind: PlannedPost['kind'], under: PlannedPost | null, author: PlannedMember, text: string, at: Date): PlannedPost {
  return { kind, under: kind === 'comment' ? under : null, author, text, at, state: 'visible', removal: null, official: null, before: null, votes: new Map(), also: [], leadsTo: null, openedAs: null, picture: null };
}

/** The paragraphs with their words; a name that ends in a full stop ends a sentence, too. */
export function filled(paragraphs: readonly string[], words: Record<string, string>): string {
  return paragraphs.filter(Boolean).join('\n\n').replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole).replace(/(\w)\.\.(?=\s|$)/g, '$1.');
}
