import { fetchPage, sent, withoutFiles } from './pages.js';

/** What the chosen topic asks for, as soon as it is chosen: what the button in it does, without loading the page. Where that fails, the button is there again. */
class TopicFields extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form')!;
    const topic = form.querySelector<HTMLSelectElement>('[name=categoryId]')!;
    this.act.hidden = true;
    topic.addEventListener('change', () => void this.show(form, topic));
    const given = [...topic.options].find((option) => option.defaultSelected)?.value ?? '';
    if (topic.value !== given) void this.show(form, topic); // put back by keep-typed.ts, or by the browser
  }

  private async show(form: HTMLFormElement, topic: HTMLSelectElement): Promise<void> {
    const chosen = topic.value;
    const page = await fetchPage(form.action, withoutFiles(sent(form, this.act.querySelector('button')))).catch(() => null);
    if (topic.value !== chosen) return; // another one meanwhile, which is being asked for
    const fresh = page?.document.querySelector('topic-fields');
    for (const field of fresh?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name^="fields."]') ?? []) {
      const typed = form.elements.namedItem(field.name); // while it was fetched
      if (typed instanceof HTMLInputElement || typed instanceof HTMLSelectElement) field.value = typed.value;
    }
    if (fresh) this.replaceChildren(...fresh.childNodes);
    this.act.hidden = fresh != null;
  }

  private get act(): HTMLElement {
    return this.querySelector('.form-acts')!;
  }
}

customElements.define('topic-fields', TopicFields);
