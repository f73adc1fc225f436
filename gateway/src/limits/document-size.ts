import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is once every fragment is written out where it is spread. */
export interface DocumentSize {
  readonly selections: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields at the top, which run one after the other in a mutation. */
  readonly rootFields: number;
  /** Fields inside fields, the outermost counted. */
  readonly depth: number;
}

const NOTHING: DocumentSize = { selections: 0, aliases: 0, directives: 0, rootFields: 0, depth: 0 };

/**
 * The size of the largest operation of a document. Each fragment is measured once, so a document that doubles twenty
 * times is measured as fast as any; one that spreads itself, which validation refuses later, counts as nothing there.
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, DocumentSize>();
  const measureFragment = (name: string): DocumentSize => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const size = fragment ? plusDirectives(measureSet(fragment.selectionSet), fragment) : NOTHING;
    measured.set(name, size);
    return size;
  };
  const measureSet = ({ selections }: SelectionSetNode): DocumentSize =>
    selections.map(measureSelection).reduce(together, NOTHING);
  const measureSelection = (selection: SelectionNode): DocumentSize => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return plusDirectives(measureFragment(selection.name.value), selection);
    }
    const inside = selection.selectionSet ? measureSet(selection.selectionSet) : NOTHING;
    return plusDirectives(
      selection.kind === Kind.FIELD ? asField(inside, selection.alias !== undefined) : inside,
      selection,
    );
  };
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const sizes = operations.map((node) => {
    const operation = node as OperationDefinitionNode;
    return plusDirectives(measureSet(operation.selectionSet), operation);
  });
  return sizes.reduce(largest, NOTHING);
}

function plusDirectives(
  size: DocumentSize,
  { directives }: { readonly directives?: readonly unknown[] },
): DocumentSize {
  return { ...size, directives: size.directives + (directives?.length ?? 0) };
}

function asField(inside: DocumentSize, hasAlias: boolean): DocumentSize {
  return {
    selections: inside.selections + 1,
    aliases: inside.aliases + (hasAlias ? 1 : 0),
    directives: inside.directives,
    rootFields: 1,
    depth: inside.depth + 1,
  };
}

function together(a: DocumentSize, b: DocumentSize): DocumentSize {
  return {
    selections: a.selections + b.selections,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    rootFields: a.rootFields + b.rootFields,
    depth: Math.max(a.depth, b.depth),
  };
}

function largest(a: DocumentSize, b: DocumentSize): DocumentSize {
  return {
    selections: Math.max(a.selections, b.selections),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    rootFields: Math.max(a.rootFields, b.rootFields),
    depth: Math.max(a.depth, b.depth),
  };
}
