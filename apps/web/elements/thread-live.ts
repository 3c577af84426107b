/** Says that there are new answers, and where. It loads nothing by itself: somebody may be writing. */
class ThreadLive extends HTMLElement {
  private readonly told = new Set<string>();
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
    this.stream.addEventListener('answer', ({ data }) => this.tell((JSON.parse(data as string) as { postId: string }).postId));
  };

  private tell(postId: string): void {
    const { page, one, many, show } = this.dataset;
    if (this.told.has(postId) || document.getElementById(postId)) return;
    this.told.add(postId);
    const [first] = this.told;
    const link = document.createElement('a');
    link.href = `${page}?post=${first}#${first}`;
    link.textContent = show!;
    // what is being written stays in its own tab
    link.addEventListener('click', () => { link.target = [...document.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue) ? '_blank' : ''; });
    const count = Number(this.dataset['known']) + this.told.size;
    document.querySelector('#answers-title > *')!.textContent = count === 1 ? this.dataset['countOne']! : this.dataset['countMany']!.replace('#', count.toLocaleString(document.documentElement.lang));
    this.replaceChildren(this.told.size === 1 ? one! : many!.replace('#', String(this.told.size)), ' — ', link);
  }
}

customElements.define('thread-live', ThreadLive);
