import { type GraphQLFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { RequestContext } from '../request-context';
import { StartError } from '../start-error';
import { type FieldPolicy, isPublished } from './field-policy';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const coordinateOf = ({ type, field }: FieldPolicy) => `${type}.${field}`;

/**
 * Hangs each line on its field, where the executor finds it, and gives null instead of what a role may not see.
 * @throws StartError that names each field without a line, and each line without a field
 */
export function applyFieldPolicies(schema: GraphQLSchema, policies: readonly FieldPolicy[]): void {
  const lines = new Map(policies.map((policy) => [coordinateOf(policy), policy]));
  const unused = new Set(lines.keys());
  const missing: string[] = [];
  for (const { coordinate, inherited, field } of ownFields(schema)) {
    const policy = lines.get(coordinate) ?? inherited.map((name) => lines.get(name)).find((line) => line !== undefined);
    if (!policy) missing.push(coordinate);
    unused.delete(coordinate);
    if (!policy || isPublished(policy)) continue;
    field.extensions = { ...field.extensions, policy };
    if (policy.otherwise === 'NULL') field.resolve = nullForOthers(policy, field.resolve as Resolver | undefined);
  }
  refuseUnmatched(missing, [...unused]);
}

/** Every field of the graph but those of the language and of federation; one of an interface stands for its implementers'. */
function* ownFields(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    if (type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const inherited = type.getInterfaces().map(({ name }) => `${name}.${field.name}`);
      yield { coordinate: `${type.name}.${field.name}`, inherited, field };
    }
  }
}

function nullForOthers({ roles, field }: FieldPolicy, resolve: Resolver | undefined): Resolver {
  return (parent, given, context, info) => {
    if (!roles.includes(context.actor.role)) return null;
    return resolve ? resolve(parent, given, context, info) : (parent as Record<string, unknown>)[field];
  };
}

function refuseUnmatched(missing: readonly string[], unused: readonly string[]): void {
  const faults = [
    ...missing.map((coordinate) => `the field ${coordinate} has no line`),
    ...unused.map((coordinate) => `the line ${coordinate} has no field`),
  ];
  if (faults.length === 0) return;
  throw new StartError(
    `${faults.join(', ')} in the field policy`,
    "say in the service's field-policy.ts who may read it; docs/access.md shows what the lines say",
  );
}
