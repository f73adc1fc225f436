import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What decides which fields of an operation an object has to show. */
export interface SelectionTerms {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Of `@skip` and `@include`; the others are not read. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A field as it is selected, and the type that it was selected on: an interface may promise less than its types. */
export interface SelectedField {
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

/**
 * The fields of an object by their names in the answer, in its order: what is selected twice is one field.
 * @param declared what the schema says of the object
 * @param type its own, or the nearest that is known of it
 */
export function selectedFields(
  terms: SelectionTerms,
  sets: readonly SelectionSetNode[],
  declared: GraphQLCompositeType,
  type: GraphQLCompositeType,
): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const collect = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType) => {
    for (const selection of selections) {
      if (!isIncluded(selection, terms)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = fields.get(name);
        if (known) known.nodes.push(selection);
        else fields.set(name, { parent, nodes: [selection] });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : terms.fragments[selection.name.value];
      if (!fragment) continue;
      const condition = fragment.typeCondition && terms.schema.getType(fragment.typeCondition.name.value);
      if (!condition) collect(fragment.selectionSet, parent);
      else if (isCompositeType(condition) && applies(terms.schema, condition, type)) {
        collect(fragment.selectionSet, condition);
      }
    }
  };
  for (const set of sets) collect(set, declared);
  return fields;
}

function isIncluded(selection: SelectionNode, { variables }: SelectionTerms): boolean {
  if (!selection.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.if !== true && include?.if !== false;
}

function applies(schema: GraphQLSchema, condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && !isUnionType(type) && schema.isSubType(condition, type);
}
