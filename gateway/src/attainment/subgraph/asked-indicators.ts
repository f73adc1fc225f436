import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';

/** The argument by which every field that reads a ledger says which of its series it is about. */
const ARGUMENT = 'indicator';

const found = new WeakMap<DocumentNode, readonly ValueNode[]>();

/**
 * The indicators that a document asks about anywhere, so that ledgers need not tell of the others: one more than is
 * needed does no harm, one too few would.
 * @returns null where it asks about none, or where a value is no text
 */
export function findAskedIndicators(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] | null {
  const asked = argumentsOf(document);
  if (asked.length === 0) return null;
  const values = asked.map((value) => {
    if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value);
    const name = value.name.value;
    if (Object.hasOwn(variables, name)) return variables[name];
    const standard = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return standard && valueFromASTUntyped(standard);
  });
  return values.every((value) => typeof value === 'string') ? [...new Set(values)] : null;
}

/** Found once for each document: Apollo hands the same one to all who ask it. */
function argumentsOf(document: DocumentNode): readonly ValueNode[] {
  const known = found.get(document);
  if (known) return known;
  const values: ValueNode[] = [];
  visit(document, {
    Argument({ name, value }) {
      if (name.value === ARGUMENT) values.push(value);
    },
  });
  found.set(document, values);
  return values;
}
