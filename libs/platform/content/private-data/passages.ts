const URL = /(?:(?:https?|ftp|wss?):\/\/|\bwww\.|\/files\/[0-9a-f]{32}\/)[^\s<>"')\]]+/gi;
const CODE = /`[^`\n]+`/g;
const FENCE = /^ {0,3}(?:>\s?)*(`{3,}|~{3,})/;

/** The text without its addresses, which hold all kinds of numbers; everything else stands where it stood. */
export function withoutUrls(text: string): string {
  return text.replace(URL, blank);
}

/** The text without its code: what programs print is full of digits. */
export function withoutCode(text: string): string {
  let fence: string | null = null;
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null) {
      if (mark === undefined) return line;
      fence = mark;
    } else if (mark !== undefined && mark.startsWith(fence)) fence = null;
    return blank(line);
  });
  return lines.join('\n').replace(CODE, blank);
}

function blank(passage: string): string {
  return ' '.repeat(passage.length);
}

// What a number is called, right before it: then it is that, and whoever wants it found writes a pattern for it
const LABEL = new RegExp(
  String.raw`(?:serien|kunden|vertrags|bestell|auftrags|rechnungs|artikel|material|ticket|vorgangs|sendungs|paket|geräte|inventar|referenz|zähler|lizenz|produkt|aktenzeichen|steuer` +
    String.raw`|order|invoice|contract|customer|account|serial|tracking|part|item|product|reference|case|license|licence|model|modell|firmware|build|version|imei|imsi|iccid|ean|gtin|isbn|issn|sku|mac|pin|puk|tan|error|fehler|code|uuid|hash|id|s/n|sn)` +
    String.raw`[\p{L}-]{0,20}(?: ?(?:no|nr|number|nummer|code|id)\b)?[ .:#=*]{0,4}(?:is|ist|lautet|war|was)? {0,2}$`,
  'iu',
);
const LABEL_MOST = 48;

/** Whether the words right before a number say that it is one of things. */
export function isLabelled(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LABEL_MOST), start);
  return LABEL.test(before.slice(before.lastIndexOf('\n') + 1));
}
