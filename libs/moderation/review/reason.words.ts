import type { Language } from '#platform/access';
import { FlagReason } from '../flags/flag.type.js';

/** What an author is told of why: in their language, whoever decided. */
export const REASON_WORDS: Record<Language, Record<FlagReason, string>> = {
  en: {
    [FlagReason.spam]: 'It advertises.',
    [FlagReason.offensive]: 'It insults or threatens somebody.',
    [FlagReason.troll]: 'It is there to provoke.',
    [FlagReason.privateData]: 'It holds somebody’s private data.',
    [FlagReason.offTopic]: 'It does not belong there.',
    [FlagReason.illegal]: 'It may break the law.',
    [FlagReason.wrong]: 'What it says is not so.',
  },
  de: {
    [FlagReason.spam]: 'Der Beitrag ist Werbung.',
    [FlagReason.offensive]: 'Der Beitrag beleidigt oder bedroht jemanden.',
    [FlagReason.troll]: 'Der Beitrag soll provozieren.',
    [FlagReason.privateData]: 'Der Beitrag enthält private Daten.',
    [FlagReason.offTopic]: 'Der Beitrag gehört nicht dorthin.',
    [FlagReason.illegal]: 'Der Beitrag verstößt vielleicht gegen ein Gesetz.',
    [FlagReason.wrong]: 'Was der Beitrag sagt, stimmt nicht.',
  },
};
