const ID = /^att_([0-9a-f]{32})$/;

/** The key in a row (`uuid`, as PostgreSQL writes it) -> 32 digits, as addresses and the store have it. */
export function fileKey(uuid: string): string {
  return uuid.replaceAll('-', '');
}

/** `att_` and 32 digits -> the digits; null where it is no such id, which callers treat like a row that is not there. */
export function decodeAttachmentId(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}

/** Whether an address may name a file: what is none is not even looked for. */
export function isFileKey(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
