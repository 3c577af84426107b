import { CategoryField } from '../ask/ask.view.js';
import type { ResultOf } from '../graphql/document.js';
import type { keepThreadOperation } from './keeping.operation.js';
import { NoteField, ThreadAct, type ThreadActProps } from './thread-act.view.js';

type Result = ResultOf<typeof keepThreadOperation>;

export function MoveView({ thread, categories, ...rest }: ThreadActProps & { thread: NonNullable<Result['thread']>; categories: Result['categories'] }) {
  const { page, typed, problem } = rest;
  return (
    <ThreadAct page={page} thread={thread} act="move" title={page.texts.keeping.move.title} problem={problem}>
      <CategoryField page={page} offer={{ categories, tags: [] }} chosen={typed['categoryId'] ?? thread.category.id} problem={problem} />
      <NoteField {...rest} label={page.texts.merging.note} />
    </ThreadAct>
  );
}
