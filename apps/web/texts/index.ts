/** Every sentence of the pages, by language. A language that lacks a key does not compile. */
import { de } from './de/index.js';
import { en, type Texts } from './en/index.js';

export type { Texts };
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TEXTS: Record<Language, Texts> = { de, en };
