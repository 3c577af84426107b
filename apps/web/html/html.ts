/** A piece of a page as it is sent: safe as it stands, for only `jsx` and the sanitiser's output make one. */
export class Html {
  constructor(readonly text: string) {}
}

/** A view and what it is given. It runs where its result is put, so that a page can be handed on before all is known that its frame shows. */
export class View {
  constructor(
    private readonly view: (props: object) => Child,
    private readonly props: object,
  ) {}

  run(): Child {
    return this.view(this.props);
  }
}

/** What may stand between two tags. Text is escaped; what is not there, or only true or false, leaves nothing. */
export type Child = Html | View | string | number | boolean | null | undefined | readonly Child[];

/** The HTML of whatever stands between two tags. */
export function htmlOf(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  if (child instanceof Html) return child.text;
  if (child instanceof View) return htmlOf(child.run());
  if (typeof child === 'number') return String(child);
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  let text = '';
  for (const each of child) text += htmlOf(each);
  return text;
}

const SPECIAL = /["&<]/;
const ENTITIES: Record<string, string> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' };

/** Text that is text wherever it stands: between tags, and in an attribute's double quotes. */
export function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/["&<]/g, (sign) => ENTITIES[sign]!) : text;
}
