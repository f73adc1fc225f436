import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { UnansweredFetch } from '../gateway-context';
import type { FieldOwners } from './field-owners';

export interface AskedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The places of an answer that a failed fetch leaves empty, in the client's own names: `country.provinces[].attainment`.
 * A field that the gateway computes from what did not come is one of them.
 */
export function findLostPaths(
  asked: AskedOperation,
  { service, path }: UnansweredFetch,
  owners: FieldOwners,
): string[] {
  const keys = path.filter((key) => key !== '@' && typeof key !== 'number');
  let level = [asked.operation.selectionSet];
  for (const key of keys) {
    const inside = fieldsOf(level, asked.fragments).filter((field) => responseKey(field) === key);
    level = inside.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  }
  const owned = owners.get(service) ?? new Set();
  const selected = fieldsOf(level, asked.fragments);
  const lost = selected.filter((field) => owned.has(field.name.value));
  const place = printPlace(path);
  if (lost.length === 0 && place !== '') return [place];
  // where one service alone has all of the root, the supergraph names no owners
  const shown = lost.length === 0 ? selected : lost;
  return [...new Set(shown.map((field) => (place === '' ? responseKey(field) : `${place}.${responseKey(field)}`)))];
}

function fieldsOf(sets: readonly SelectionSetNode[], fragments: AskedOperation['fragments']): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf([selection.selectionSet], fragments);
      const fragment = fragments.get(selection.name.value);
      return fragment ? fieldsOf([fragment.selectionSet], fragments) : [];
    }),
  );
}

function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** A place in words: every element of a list is `[]`. */
export function printPlace(path: readonly (string | number)[]): string {
  return path
    .map((key) => (key === '@' || typeof key === 'number' ? '[]' : key))
    .join('.')
    .replaceAll('.[]', '[]');
}
