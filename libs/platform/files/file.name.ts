import { cleanLine, slugOf } from '#platform/content';

const LONGEST = 80; // characters before the ending: longer names are cut off by file systems and mails

/** The name that a file is offered under: what was sent, without folders and signs that mean something to a system, and with the ending that its content has. */
export function cleanFileName(sent: string, ending: string): string {
  return `${stemOf(sent)}.${ending}`;
}

/** The same for an address and for Markdown: letters, digits and dashes. */
export function fileSlug(name: string): string {
  const dot = name.lastIndexOf('.');
  return `${slugOf(name.slice(0, dot), 'file')}${name.slice(dot)}`;
}

function stemOf(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1)!;
  const line = cleanLine(last.toWellFormed().replaceAll('\0', '')) ?? '';
  const stem = line
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\uFFFD"'<>:|?*%;`$&[\]]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return [...stem].slice(0, LONGEST).join('') || 'file';
}
