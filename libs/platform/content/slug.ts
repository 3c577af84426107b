const LONGEST_SLUG = 80; // longer addresses are cut off in mails and chats
const NOTHING_LEFT = 'thread'; // a title of other scripts or signs alone still needs an address; the id in it does the finding

const SPELLED: Record<string, string> = {
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', å: 'aa', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

/** `Kündigung für Größe 3?` -> `kuendigung-fuer-groesse-3`. Scripts other than Latin are left out; never empty. */
export function slugOf(title: string, fallback = NOTHING_LEFT): string {
  const words = title
    .normalize('NFC') // an ä typed as a and two dots is an ä
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => SPELLED[letter]!)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug || words[0]?.slice(0, LONGEST_SLUG) || fallback;
}
