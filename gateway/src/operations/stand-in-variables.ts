import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

const SCALARS: Readonly<Record<string, unknown>> = { Int: 0, Float: 0, Boolean: false };

/** A value for each variable that an operation cannot do without, so that it can be planned; none of them is used. */
export function standInVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const given: [string, unknown][] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    if (type && isNonNullType(type) && !defaultValue) given.push([variable.name.value, standIn(type.ofType)]);
  }
  return Object.fromEntries(given);
}

function standIn(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return standIn(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  // scalars of our own have no parser in the gateway's schema: any value passes
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? '';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, standIn(field.type)]));
}
