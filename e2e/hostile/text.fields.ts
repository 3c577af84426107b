import { getNamedType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';

/** A place in a mutation's input that takes text: `askQuestion.fields[].value`. */
export interface TextField {
  mutation: string;
  /** Below `input`. */
  path: string;
  /** The type of `input`. */
  input: string;
  isId: boolean;
}

/** Every place where a mutation takes text, ids included: what the schema says, so that none is forgotten. */
export function textFields(schema: GraphQLSchema): TextField[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
    const type = getNamedType(args.find((argument) => argument.name === 'input')!.type) as GraphQLInputObjectType;
    return placesIn(type).map(({ path, isId }) => ({ mutation: name, path, input: type.name, isId }));
  });
}

function placesIn(type: GraphQLInputType): { path: string; isId: boolean }[] {
  if (isNonNullType(type)) return placesIn(type.ofType);
  if (isListType(type)) return placesIn(type.ofType).map(({ path, isId }) => ({ path: `[]${path}`, isId }));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) => placesIn(field.type).map(({ path, isId }) => ({ path: `${field.name}${path && !path.startsWith('[') ? '.' : ''}${path.replace(/^\[\](?=\w)/, '[].')}`, isId })));
  }
  const { name } = getNamedType(type);
  return name === 'String' || name === 'ID' ? [{ path: '', isId: name === 'ID' }] : [];
}

/** An argument of a query, or of a field below one, that takes text. */
export interface TextArgument {
  /** `Query.thread` */
  field: string;
  argument: string;
  type: string;
}

export function textArguments(schema: GraphQLSchema): TextArgument[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__') && type !== schema.getMutationType() && type !== schema.getSubscriptionType());
  return types.flatMap((type) =>
    Object.values((type as ReturnType<GraphQLSchema['getQueryType']> & object).getFields()).flatMap((field) =>
      field.args.filter((argument) => placesIn(argument.type).length > 0).map((argument) => ({ field: `${type.name}.${field.name}`, argument: argument.name, type: argument.type.toString() })),
    ),
  );
}
