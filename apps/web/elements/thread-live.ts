import { counted, put } from './counts-in-place.js';

interface Told {
  postId: string;
  holds?: boolean;
  scores?: { postId: string; score: number }[];
  sameProblemCount?: number | null;
}

/** Says that there are new answers, or that one was accepted, and where; keeps the numbers on the page up to date. It loads nothing by itself: somebody may be writing. */
class ThreadLive extends HTMLElement {
  private readonly told = new Set<string>();
  /** What became of an answer: the last of each. */
  private readonly became = new Map<'accept' | 'official', Node[]>();
  private stream: EventSource | null = null;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.look);
    this.stream?.close();
  }

  /** A tab that nobody sees holds no connection; opened again, it is told what it missed. */
  private readonly look = (): void => {
    this.stream?.close();
    this.stream = null;
    if (document.hidden) return;
    this.stream = new EventSource(this.dataset['stream']!);
    const on = (kind: string, act: (told: Told) => void) => this.stream!.addEventListener(kind, ({ data }) => act(JSON.parse(data as string) as Told));
    on('answer', ({ postId }) => this.answered(postId));
    on('accept', (told) => this.becomes('accept', '.post-accepted', told));
    on('official', (told) => this.becomes('official', '.post-official', told));
    on('count', (told) => this.count(told));
  };

  private answered(postId: string): void {
    if (this.told.has(postId) || document.getElementById(postId)) return;
    this.told.add(postId);
    const none = document.querySelector<HTMLElement>('#answers > .empty');
    if (none) none.style.visibility = 'hidden'; // its place stays: nothing moves
    const count = Number(this.dataset['known']) + this.told.size;
    document.querySelector('#answers-title > *')!.textContent = count === 1 ? this.dataset['countOne']! : this.dataset['countMany']!.replace('#', count.toLocaleString(document.documentElement.lang));
    this.say();
  }

  /** Said, not shown in its place: the answer may stand elsewhere now, and the page is not rearranged under whoever reads it. */
  private becomes(kind: 'accept' | 'official', shown: string, { postId, holds }: Told): void {
    const wasShown = document.getElementById(postId)?.matches(shown) ?? false;
    if (wasShown === holds) this.became.delete(kind);
    else if (holds || wasShown) this.became.set(kind, [`${this.dataset[holds ? kind : `${kind}Not`]!} — `, this.linkTo(postId)].map((each) => (typeof each === 'string' ? new Text(each) : each)));
    this.say();
  }

  private count({ scores, sameProblemCount }: Told): void {
    const { scoreOne, scoreMany, sameOne, sameMany } = this.dataset;
    for (const { postId, score } of scores ?? []) {
      const place = document.getElementById(postId)?.querySelector<HTMLElement>('.score');
      const words = counted(score, scoreOne!, scoreMany!);
      if (!place || !put(place.firstElementChild!, String(score))) continue;
      place.title = words;
      place.lastElementChild!.textContent = words;
    }
    const same = document.querySelector('.same-problem-count');
    if (same && sameProblemCount != null) put(same, sameProblemCount > 0 ? counted(sameProblemCount, sameOne!, sameMany!) : '');
  }

  private say(): void {
    const { one, many } = this.dataset;
    const [first] = this.told;
    const answers = first === undefined ? [] : [[new Text(this.told.size === 1 ? one : many!.replace('#', String(this.told.size))), new Text(' — '), this.linkTo(first)]];
    this.replaceChildren(...[...answers, ...this.became.values()].flatMap((line, at) => (at > 0 ? [document.createElement('br'), ...line] : line)));
  }

  private linkTo(postId: string): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = `${this.dataset['page']!}?post=${postId}#${postId}`;
    link.textContent = this.dataset['show']!;
    // what is being written stays in its own tab
    link.addEventListener('click', () => { link.target = [...document.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue) ? '_blank' : ''; });
    return link;
  }
}

customElements.define('thread-live', ThreadLive);
