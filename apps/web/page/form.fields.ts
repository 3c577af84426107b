import type { Request } from 'express';

/** What a form sent: one text for each name. A name that came twice keeps its first text. */
export type Fields = Record<string, string>;

export function fieldsOf(request: Request): Fields {
  const body: unknown = request.body;
  if (body === null || typeof body !== 'object') return {};
  const fields: Fields = Object.create(null) as Fields;
  for (const [name, value] of Object.entries(body)) {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof text === 'string') fields[name] = text;
  }
  return fields;
}
