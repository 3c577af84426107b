import { GraphQLError } from 'graphql';
import { type CursorPart, type Page, type PageInput, readPage } from '#platform/database';

/** The paging arguments read; what contradicts itself, or is no cursor of ours, is the caller's fault and is said so. */
export function pageArguments(input: PageInput, cursorParts: readonly CursorPart[]): Page {
  const page = readPage(input, cursorParts);
  if (page) return page;
  throw new GraphQLError('Give either first (with after) or last (with before), 1 to 100, and a cursor of this very list.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
