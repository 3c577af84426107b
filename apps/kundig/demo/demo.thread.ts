import type { Chance } from './demo.chance.js';
import type { Crowd } from './demo.crowd.js';
import { placesAbove } from './demo.places.js';
import type { PlannedMember, PlannedPost, PlannedThread } from './demo.plan.type.js';
import type { Answer, Line, Script } from './demo.scripts.js';
import { chosen, MANNERS, TITLE_ENDS } from './demo.words.js';

/** How it went. */
export type Course = 'unanswered' | 'answered' | 'solved' | 'official' | 'both';

const TITLE_END: Record<string, string> = { internet: 'internet', 'en-home': 'internet', mobilfunk: 'mobilfunk', 'en-mobile': 'mobilfunk', rechnung: 'rechnung', 'en-billing': 'rechnung', festnetz: 'geraete', geraete: 'geraete', 'en-devices': 'geraete' };

/** Plays one script: by these people, at this time, in these words. */
export class ThreadPlay {
  private readonly titles = new Set<string>();

  constructor(private readonly chance: Chance, private readonly crowd: Crowd, private readonly now: Date) {}

  /** Null where the script has no words left that were not said before. */
  play(script: Script, turn: number, course: Course, at: Date, asker: PlannedMember): PlannedThread | null {
    const told = this.title(script, turn);
    if (!told) return null;
    const { words, title } = told;
    words['asker'] = asker.name;
    const manners = MANNERS[script.language];
    const body = script.openings[turn % script.openings.length]!;
    const isPlain = script.kind !== 'question' || /^(Moin|Hallo|Kurze Frage|Hi)\b/.test(body);
    const opening = post('opening', null, asker, filled([isPlain ? '' : this.chance.pick(manners.hello), body, isPlain ? '' : this.chance.pick(manners.bye)], words), at);
    const thread: PlannedThread = {
      kind: script.kind, title, place: script.place, tags: script.tags, language: script.language, words, opening, posts: [opening], accepted: null, acceptedAt: null,
      closed: null, duplicateOf: null, imported: false, notice: script.notice ?? null, views: 0, same: [],
    };
    this.lines(thread, opening, script.comments, course !== 'unanswered' || this.chance.happens(0.5));
    if (course !== 'unanswered' && script.answers.length > 0) this.answers(thread, script, course);
    this.reception(thread);
    return thread;
  }

  private title({ titles, language, place }: Script, turn: number): { title: string; words: Record<string, string> } | null {
    for (let tries = 0; tries < 30; tries += 1) {
      const words = chosen(language, this.chance.pick);
      const ends = TITLE_ENDS[TITLE_END[place] ?? TITLE_END[placesAbove(place).at(-1)!] ?? ''] ?? [];
      const end = turn >= titles.length && tries > 2 && ends.length > 0 ? this.chance.pick(ends) : '';
      const pattern = titles[turn % titles.length]!;
      if ([...end.matchAll(/\{\w+\}/g)].some(([word]) => pattern.includes(word))) continue;
      const title = filled([pattern + end], words);
      if (this.titles.has(title)) continue;
      this.titles.add(title);
      return { title, words };
    }
    return null;
  }

  private answers(thread: PlannedThread, script: Script, course: Course): void {
    const needs = (answer: Answer) => script.kind !== 'question' || (course !== 'answered' && answer.best) || ((course === 'official' || course === 'both') && answer.by === 'staff');
    const taken = script.answers.filter((answer) => needs(answer) || (answer.by !== 'staff' && this.chance.happens(0.7)));
    if (taken.length === 0) taken.push(script.answers.find(({ by }) => by !== 'staff') ?? script.answers[0]!);
    if (taken.some(({ text }) => text.includes('{helper}')) && !taken.some(({ best }) => best)) taken.unshift(script.answers.find(({ best }) => best)!);
    const isSettled = course === 'solved' || course === 'both';
    const writers = [thread.opening.author];
    let moment = thread.opening.at;
    for (const answer of taken) {
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
      if (this.chance.happens(0.25)) this.lines(thread, written, [{ by: 'other', text: this.chance.pick(MANNERS[script.language].agree) }], true);
      if (answer.best && isSettled) [thread.accepted, thread.acceptedAt] = [written, this.notLater(this.chance.after(moment))];
      const isOfficial = course === 'official' ? answer.best || answer.by === 'staff' : course === 'both' && (answer.by === 'staff' || !taken.some(({ by }) => by === 'staff'));
      if (isOfficial) written.official = { by: answer.by === 'staff' ? author : this.chance.pick(this.crowd.staff), at: this.notLater(new Date(moment.getTime() + 20 * 60_000)) };
    }
  }

  private mannered({ words }: PlannedThread, { kind, language }: Script, { by, text }: Answer, author: PlannedMember): string {
    if (kind !== 'question') return filled([text], words);
    const manners = MANNERS[language];
    if (by !== 'staff') return filled([text.startsWith('>') ? '' : this.chance.pick(manners.reply), text, this.chance.pick(manners.hope)], words);
    const first = author.name.split(' ')[0]!;
    return filled([/@?\{asker\}/.test(text) ? '' : language === 'de' ? 'Guten Tag {asker},' : 'Hello {asker},', text, language === 'de' ? `Viele Grüße\n${first} vom Nordnetz-Team` : `Kind regards,\n${first}, Nordnetz`], words);
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

export function post(kind: PlannedPost['kind'], under: PlannedPost | null, author: PlannedMember, text: string, at: Date): PlannedPost {
  return { kind, under: kind === 'comment' ? under : null, author, text, at, state: 'visible', removal: null, official: null, before: null, votes: new Map(), also: [] };
}

/** The paragraphs with their words; a name that ends in a full stop ends a sentence, too. */
export function filled(paragraphs: readonly string[], words: Record<string, string>): string {
  return paragraphs.filter(Boolean).join('\n\n').replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole).replace(/(\w)\.\.(?=\s|$)/g, '$1.');
}
