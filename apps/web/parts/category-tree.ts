export interface Nested<Category> {
  category: Category;
  children: Nested<Category>[];
}

interface HasParent {
  id: string;
  parentId: string | null;
}

/** The flat list (in the order it is shown) as a tree. */
export function treeOf<Category extends HasParent>(categories: readonly Category[], parentId: string | null = null): Nested<Category>[] {
  return categories.filter((category) => category.parentId === parentId).map((category) => ({ category, children: treeOf(categories, category.id) }));
}

/** What stands in a category and in all below it, as the list of its page holds it. */
export function countBelow<Category extends { threadCount: number }>({ category, children }: Nested<Category>): number {
  return children.reduce((sum, child) => sum + countBelow(child), category.threadCount);
}

/** The tree as lines with their depth: for a select. */
export function linesOf<Category>(nested: readonly Nested<Category>[], depth = 0): { category: Category; depth: number }[] {
  return nested.flatMap(({ category, children }) => [{ category, depth }, ...linesOf(children, depth + 1)]);
}
