import type { Language } from '#platform/access';
import { FlagReason } from '../flags/flag.type.js';

/** What a member is told of why: in their language, whoever decided. */
export const SANCTION_WORDS: Record<Language, Record<FlagReason, string>> = {
  en: {
    [FlagReason.spam]: 'For advertising.',
    [FlagReason.offensive]: 'For insulting or threatening others.',
    [FlagReason.troll]: 'For provoking others.',
    [FlagReason.privateData]: 'For giving away somebody’s private data.',
    [FlagReason.offTopic]: 'For writing again and again what does not belong here.',
    [FlagReason.illegal]: 'For something that may break the law.',
    [FlagReason.wrong]: 'For spreading what is not so.',
  },
  de: {
    [FlagReason.spam]: 'Wegen Werbung.',
    [FlagReason.offensive]: 'Wegen Beleidigungen oder Drohungen.',
    [FlagReason.troll]: 'Wegen Provokationen.',
    [FlagReason.privateData]: 'Wegen der Weitergabe privater Daten.',
    [FlagReason.offTopic]: 'Wegen Beiträgen, die immer wieder nicht hierher gehören.',
    [FlagReason.illegal]: 'Wegen etwas, das vielleicht gegen ein Gesetz verstößt.',
    [FlagReason.wrong]: 'Wegen der Verbreitung falscher Angaben.',
  },
};
