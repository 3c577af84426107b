import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

const known = new WeakMap<FieldNode, Map<string, boolean>>();

/** Whether a field of this name is asked for anywhere below this one: a hint what to read along, not more. Found once for a document. */
export function asksFor({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, name: string): boolean {
  return fieldNodes.some((node) => {
    let answers = known.get(node);
    if (!answers) known.set(node, (answers = new Map()));
    let answer = answers.get(name);
    if (answer === undefined) answers.set(name, (answer = isBelow(node.selectionSet, name, fragments)));
    return answer;
  });
}

function isBelow(set: SelectionSetNode | undefined, name: string, fragments: GraphQLResolveInfo['fragments']): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return isBelow(fragments[selection.name.value]?.selectionSet, name, fragments);
    return (selection.kind === Kind.FIELD && selection.name.value === name) || isBelow(selection.selectionSet, name, fragments);
  });
}
