export interface Statement {
  text: string;
  values: unknown[];
  /** Under which PostgreSQL keeps its plan. */
  name?: string;
}

/**
 * `visibleTo` writes the actor's key as `actor(123)`, so that a condition is a piece of text. Sent, it becomes a parameter like any other:
 * a statement is the same for every member, and is planned once.
 */
export function withActor(text: string, values: unknown[]): Statement {
  if (!text.includes('actor(')) return { text, values };
  const keys: string[] = [];
  const parametrized = text.replace(/\bactor\((\d+)\)/g, (_, key: string) => {
    if (!keys.includes(key)) keys.push(key);
    return `$${values.length + keys.indexOf(key) + 1}::bigint`;
  });
  return { text: parametrized, values: [...values, ...keys] };
}
