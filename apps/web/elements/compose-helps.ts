import { quoteInPlace } from './quoting.js';
import { saveDraft } from './save-draft.js';
import { showPreview } from './see-preview.js';
import { takeFiles } from './take-files.js';
import { addTools } from './text-tools.js';

/** Sentences and labels, in the language of the page. */
export type Words = Record<string, string>;

/** What a browser with scripts adds wherever a text is written on this page: buttons for Markdown, files by dropping or pasting, the preview in place. */
class ComposeHelps extends HTMLElement {
  private words: Words = {};
  private readonly plain = new WeakSet<HTMLElement>();
  private readonly helped = new WeakSet<HTMLTextAreaElement>();

  connectedCallback(): void {
    this.words = JSON.parse(this.dataset['words']!) as Words;
    for (const field of document.querySelectorAll<HTMLTextAreaElement>('.tools + textarea')) this.help(field);
    for (const button of document.querySelectorAll<HTMLButtonElement>('main form button.save-draft')) saveDraft(button.form!, button, this.words);
    const answer = document.querySelector<HTMLTextAreaElement>('#your-answer textarea');
    if (answer) quoteInPlace(answer);
    document.addEventListener('focusin', this.enter);
    document.addEventListener('submit', this.submit);
  }

  disconnectedCallback(): void {
    document.removeEventListener('focusin', this.enter);
    document.removeEventListener('submit', this.submit);
  }

  /** A page of answers has many fields for comments: each is helped when somebody is about to write in it. */
  private readonly enter = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLTextAreaElement && target.name === 'body') this.help(target);
  };

  private readonly submit = (event: SubmitEvent): void => {
    const button = event.submitter;
    if (button?.getAttribute('value') !== 'preview' || event.defaultPrevented || this.plain.has(button)) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void showPreview(form, button, this.words).catch(() => {
      this.plain.add(button); // as without script, then; never without its button: that would post
      form.requestSubmit(button);
    });
  };

  private help(field: HTMLTextAreaElement): void {
    if (this.helped.has(field)) return;
    this.helped.add(field);
    addTools(field, this.words);
    takeFiles(field, this.words);
  }
}

customElements.define('compose-helps', ComposeHelps);
