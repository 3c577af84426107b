import type { JSX as Known } from 'preact/jsx-runtime';
import { type Child, escaped, Html, htmlOf, View } from './html.js';

type Props = Record<string, unknown> & { children?: Child; dangerouslySetInnerHTML?: { __html: string } };

/** What `<tag>` in a view becomes: text at once. Names of attributes are written as HTML writes them. */
export function jsx(type: string | ((props: object) => Child), props: Props): Html | View {
  if (typeof type === 'function') return new View(type, props);
  let text = `<${type}`;
  for (const name in props) {
    if (name !== 'children' && name !== 'dangerouslySetInnerHTML') text += attribute(name, props[name]);
  }
  if (VOID.has(type)) return new Html(`${text}>`);
  const inner = props.dangerouslySetInnerHTML ? props.dangerouslySetInnerHTML.__html : htmlOf(props.children);
  return new Html(`${text}>${inner}</${type}>`);
}

export const jsxs = jsx;

/** What `<>` in a view becomes. */
export function Fragment({ children }: { children?: Child }): Child {
  return children;
}

// https://html.spec.whatwg.org/multipage/syntax.html#void-elements
const VOID: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`;
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`The attribute ${name} was given what has no text.`);
  if (name.includes('-')) return ` ${name}="${value}"`; // aria-expanded="false" says something, no aria-expanded another thing
  return value ? ` ${name}` : '';
}

/** Which tags and attributes there are is Preact's list; it is asked for types only. */
export declare namespace JSX {
  type Element = Html | View;
  type ElementType = keyof IntrinsicElements | ((props: never) => Child);
  type IntrinsicElements = Known.IntrinsicElements & Record<`${string}-${string}`, Record<string, Child>>;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: string | number;
  }
}
