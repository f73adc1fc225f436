import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { type SelectedField, type SelectionTerms, selectedFields } from './selected-fields';

/** Brings a value of the merged data into the shape that was asked for; undefined where it is null and may not be. */
type Completion = (value: unknown) => unknown;

type Row = Readonly<Record<string, unknown>>;

interface ShapedField {
  readonly name: string;
  /** Null: the name of the object's type. */
  readonly complete: Completion | null;
}

/**
 * How an operation's answer is taken from the data that its plan has merged, which also holds what services needed of each
 * other: each field in its place, null where nothing came, and where that may not be null its nearest parent that may. Made
 * once for an operation, so that an answer with six thousand fields asks the schema nothing.
 */
export function createAnswerShape(
  terms: SelectionTerms,
  root: GraphQLCompositeType,
  set: SelectionSetNode,
): (data: Row) => unknown {
  return completeObject(terms, root, [set]);
}

function completionOf(terms: SelectionTerms, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
  if (isNonNullType(type)) {
    const complete = completionOf(terms, type.ofType, nodes);
    return (value) => complete(value) ?? undefined;
  }
  if (isListType(type)) return completeList(completionOf(terms, type.ofType, nodes));
  if (isCompositeType(type)) {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return completeObject(terms, type, sets);
  }
  const isValid = leafCheck(type);
  return (value) => (isValid(value) ? value : null);
}

function completeList(complete: Completion): Completion {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const shaped = new Array(value.length);
    for (let place = 0; place < value.length; place += 1) {
      const element = complete(value[place] ?? null);
      if (element === undefined) return null;
      shaped[place] = element;
    }
    return shaped;
  };
}

function completeObject(
  terms: SelectionTerms,
  declared: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): Completion {
  const fieldsByType = new Map<unknown, readonly ShapedField[]>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return null;
    const row = value as Row;
    const typename = row.__typename;
    let fields = fieldsByType.get(typename) ?? null;
    if (!fields) {
      fields = fieldsOf(terms, declared, sets, typename);
      // a name that is no type is not remembered: there may be any number of them
      if (!fields) return null;
      fieldsByType.set(typename, fields);
    }
    return shapeObject(row, fields, typename ?? declared.name);
  };
}

function shapeObject(row: Row, fields: readonly ShapedField[], typename: unknown): Row | null {
  const shaped: Record<string, unknown> = {};
  for (const { name, complete } of fields) {
    const value = complete ? complete(row[name] ?? null) : typename;
    if (value === undefined) return null;
    shaped[name] = value;
  }
  return shaped;
}

/** @returns null for an object that says it is of a type there is not */
function fieldsOf(
  terms: SelectionTerms,
  declared: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  typename: unknown,
): readonly ShapedField[] | null {
  const type = typename === undefined ? declared : terms.schema.getType(String(typename));
  if (!isCompositeType(type)) return null;
  return [...selectedFields(terms, sets, declared, type)].map(([name, field]) => ({
    name,
    complete: completionOfField(terms, field, type),
  }));
}

function completionOfField(
  terms: SelectionTerms,
  { parent, nodes }: SelectedField,
  type: GraphQLCompositeType,
): Completion | null {
  const name = nodes[0]?.name.value ?? '';
  // of an object that is only known to be one of several nobody can say which
  if (name === '__typename') return isObjectType(type) ? null : () => undefined;
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (!field) throw new Error(`${parent.name} has no field ${name}`);
  return completionOf(terms, field.type, nodes);
}

/** As Apollo takes a leaf from a service: what is of another type is not shown. */
function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Int':
      return Number.isInteger;
    case 'Float':
      return Number.isFinite;
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    case 'String':
      return (value) => typeof value === 'string';
    default:
      return (value) => value !== undefined;
  }
}
