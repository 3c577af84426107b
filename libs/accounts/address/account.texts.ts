import type { Language } from '#platform/access';

export type AccountMail = 'verify' | 'known' | 'reset' | 'passwordChanged' | 'changeAddress' | 'addressChanging' | 'addressChanged' | 'accountDeleted' | 'invited';

/** What an invitation says. */
export interface Inviting {
  /** Who invites. */
  by: string;
  role: 'staff' | 'admin';
  /** A sentence of theirs. */
  note: string | null;
}

interface Given {
  site: string;
  name: string;
  /** The new address, where one is spoken of. */
  address: string;
  /** Of an invitation alone. */
  inviting: Inviting | null;
}

type Told = { subject: string; lines: string[] };

/** The line at which a mail's link stands. */
export const LINK = 'LINK';

// One exhaustive map: a mail without its two languages does not compile.
export const ACCOUNT_MAILS: Record<Language, Record<AccountMail, (given: Given) => Told>> = {
  en: {
    verify: ({ site, name }) => ({
      subject: `${site}: please confirm your address`,
      lines: [`Hello ${name},`, `please open this link and press the button there. It shows that this address is yours, and what you have written at ${site} is published:`, LINK, 'The link is good for 24 hours and can be used once.', 'If you did not sign up, ignore this mail: nothing happens.'],
    }),
    known: ({ site, name }) => ({
      subject: `${site}: you have an account already`,
      lines: [`Hello ${name},`, `somebody, probably you, wanted to sign up at ${site} with this address. It has an account already, so none was made. Please sign in:`, LINK, 'If you have forgotten your password, you can choose a new one there.', 'If it was not you, there is nothing to do.'],
    }),
    reset: ({ site, name }) => ({
      subject: `${site}: choose a new password`,
      lines: [`Hello ${name},`, `you can choose a new password for ${site} here:`, LINK, 'The link is good for an hour and can be used once.', 'If you did not ask for it, ignore this mail: your password stays as it is.'],
    }),
    passwordChanged: ({ site, name }) => ({
      subject: `${site}: your password was changed`,
      lines: [`Hello ${name},`, `your password for ${site} was changed, every other device was signed out, and all access tokens have ended.`, 'If it was not you, choose a new password at once:', LINK],
    }),
    changeAddress: ({ site, name }) => ({
      subject: `${site}: please confirm your new address`,
      lines: [`Hello ${name},`, `please open this link and press the button there. From then on you sign in at ${site} with this address:`, LINK, 'The link is good for 24 hours and can be used once.', 'If you did not ask for it, ignore this mail: nothing changes.'],
    }),
    addressChanging: ({ site, name, address }) => ({
      subject: `${site}: your address is to be changed`,
      lines: [`Hello ${name},`, `somebody who knows your password asked to change the address of your account at ${site} to ${address}. It changes as soon as the link that was sent there is used.`, 'If it was not you, choose a new password at once: that link is then worth nothing.', LINK],
    }),
    addressChanged: ({ site, name, address }) => ({
      subject: `${site}: your address was changed`,
      lines: [`Hello ${name},`, `the address of your account at ${site} is now ${address}. This one no longer belongs to it, and no more mails about it come here.`, 'If it was not you, tell the people who run the site at once:', LINK],
    }),
    accountDeleted: ({ site, name }) => ({
      subject: `${site}: your account is deleted`,
      lines: [`Hello ${name},`, `your account at ${site} is deleted, as you asked. Nobody can sign in with it any more, and your name no longer stands on any page. The last traces of it are removed within hours.`, 'This is the last mail to this address. If it was not you, tell the people who run the site at once:', LINK],
    }),
    invited: ({ site, inviting }) => ({
      subject: `${site}: you are invited to the team`,
      lines: ['Hello,', `${inviting!.by} invites you to ${site}, ${inviting!.role === 'admin' ? 'to run the community with them' : 'to answer there in the name of the company'}.`, ...(inviting!.note ? [`${inviting!.by} writes: “${inviting!.note}”`] : []), 'Please open this link. There you choose your name and password, or sign in if you have an account with this address:', LINK, 'The link is good for 7 days and can be used once.', 'If you do not want this, ignore this mail: nothing happens.'],
    }),
  },
  de: {
    verify: ({ site, name }) => ({
      subject: `${site}: Bitte bestätigen Sie Ihre Adresse`,
      lines: [`Guten Tag ${name},`, `bitte öffnen Sie diesen Link und drücken Sie dort auf den Knopf. Damit zeigen Sie, dass diese Adresse Ihnen gehört, und was Sie bei ${site} geschrieben haben, wird veröffentlicht:`, LINK, 'Der Link gilt 24 Stunden und lässt sich einmal verwenden.', 'Wenn Sie sich nicht registriert haben, ist nichts zu tun: Es geschieht nichts.'],
    }),
    known: ({ site, name }) => ({
      subject: `${site}: Sie haben schon ein Konto`,
      lines: [`Guten Tag ${name},`, `jemand, vermutlich Sie, wollte sich bei ${site} mit dieser Adresse registrieren. Zu ihr gibt es schon ein Konto, darum wurde keines angelegt. Bitte melden Sie sich an:`, LINK, 'Falls Sie Ihr Passwort vergessen haben, können Sie dort ein neues wählen.', 'Wenn Sie es nicht waren, ist nichts zu tun.'],
    }),
    reset: ({ site, name }) => ({
      subject: `${site}: Neues Passwort wählen`,
      lines: [`Guten Tag ${name},`, `hier können Sie ein neues Passwort für ${site} wählen:`, LINK, 'Der Link gilt eine Stunde und lässt sich einmal verwenden.', 'Wenn Sie ihn nicht angefordert haben, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.'],
    }),
    passwordChanged: ({ site, name }) => ({
      subject: `${site}: Ihr Passwort wurde geändert`,
      lines: [`Guten Tag ${name},`, `Ihr Passwort für ${site} wurde geändert, alle anderen Geräte wurden abgemeldet, und kein Zugangstoken gilt mehr.`, 'Wenn Sie es nicht waren, wählen Sie bitte sofort ein neues Passwort:', LINK],
    }),
    changeAddress: ({ site, name }) => ({
      subject: `${site}: Bitte bestätigen Sie Ihre neue Adresse`,
      lines: [`Guten Tag ${name},`, `bitte öffnen Sie diesen Link und drücken Sie dort auf den Knopf. Von da an melden Sie sich bei ${site} mit dieser Adresse an:`, LINK, 'Der Link gilt 24 Stunden und lässt sich einmal verwenden.', 'Wenn Sie ihn nicht angefordert haben, ist nichts zu tun: Es ändert sich nichts.'],
    }),
    addressChanging: ({ site, name, address }) => ({
      subject: `${site}: Ihre Adresse soll geändert werden`,
      lines: [`Guten Tag ${name},`, `jemand, der Ihr Passwort kennt, möchte die Adresse Ihres Kontos bei ${site} ändern: in ${address}. Sie ändert sich, sobald der Link verwendet wird, der dorthin ging.`, 'Wenn Sie es nicht waren, wählen Sie bitte sofort ein neues Passwort: Dann ist jener Link nichts mehr wert.', LINK],
    }),
    addressChanged: ({ site, name, address }) => ({
      subject: `${site}: Ihre Adresse wurde geändert`,
      lines: [`Guten Tag ${name},`, `die Adresse Ihres Kontos bei ${site} ist jetzt ${address}. Diese hier gehört nicht mehr dazu, und es kommen keine E-Mails zum Konto mehr hierher.`, 'Wenn Sie es nicht waren, wenden Sie sich bitte sofort an die Betreiber der Seite:', LINK],
    }),
    accountDeleted: ({ site, name }) => ({
      subject: `${site}: Ihr Konto ist gelöscht`,
      lines: [`Guten Tag ${name},`, `Ihr Konto bei ${site} ist gelöscht, so wie Sie es wollten. Niemand kann sich mehr damit anmelden, und Ihr Name steht auf keiner Seite mehr. Die letzten Spuren werden in den nächsten Stunden entfernt.`, 'Das ist die letzte E-Mail an diese Adresse. Wenn Sie es nicht waren, wenden Sie sich bitte sofort an die Betreiber der Seite:', LINK],
    }),
    invited: ({ site, inviting }) => ({
      subject: `${site}: Einladung ins Team`,
      lines: ['Guten Tag,', `${inviting!.by} lädt Sie zu ${site} ein, ${inviting!.role === 'admin' ? 'um die Community mit zu verwalten' : 'um dort im Namen des Unternehmens zu antworten'}.`, ...(inviting!.note ? [`${inviting!.by} schreibt dazu: „${inviting!.note}“`] : []), 'Bitte öffnen Sie diesen Link. Dort wählen Sie Namen und Passwort oder melden sich an, wenn Sie mit dieser Adresse schon ein Konto haben:', LINK, 'Der Link gilt 7 Tage und lässt sich einmal verwenden.', 'Wenn Sie das nicht möchten, ist nichts zu tun: Es geschieht nichts.'],
    }),
  },
};
