import { readSupergraph } from '@tieuchi/schema';
import { type ConstDirectiveNode, type DefinitionNode, Kind, parse, type StringValueNode } from 'graphql';

/** A definition of a schema, or a member of one: a field, an argument, a value of an enum. */
interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode;
  readonly directives?: readonly ConstDirectiveNode[];
  readonly fields?: readonly Described[];
  readonly arguments?: readonly Described[];
  readonly values?: readonly Described[];
}

const OF_FEDERATION = /^(join|link|core)__/;
/** Only where operations begin: their fields say what they are for. */
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const EXECUTABLE = new Set(['QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD']);

/** What clients see of a supergraph without being told what it means: `Type`, `Type.field`, `Type.field(argument:)`. */
function findUndescribed(sdl: string): string[] {
  return parse(sdl)
    .definitions.filter(isShown)
    .flatMap((definition) => undescribed(definition, definition.name.value));
}

function isShown(node: DefinitionNode): node is DefinitionNode & Described {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return node.locations.some(({ value }) => EXECUTABLE.has(value));
  return 'name' in node && node.kind.endsWith('TypeDefinition') && !OF_FEDERATION.test(node.name?.value ?? '');
}

function undescribed(element: Described, path: string): string[] {
  if (element.directives?.some(({ name }) => name.value === 'inaccessible')) return [];
  const own = element.description?.value.trim() || ROOTS.has(path) ? [] : [path];
  const members = [...(element.fields ?? []), ...(element.values ?? [])];
  return [
    ...own,
    ...members.flatMap((member) => undescribed(member, `${path}.${member.name.value}`)),
    ...(element.arguments ?? []).flatMap((argument) => undescribed(argument, `${path}(${argument.name.value}:)`)),
  ];
}

describe('descriptions', () => {
  it('tell clients what every type, field, argument and enum value of the supergraph means', () => {
    expect(findUndescribed(readSupergraph())).toEqual([]);
  });

  it.each([
    ['a type', 'type A { "x" b: Int }', ['A']],
    ['a field', '"x" type A { b: Int "x" c: Int }', ['A.b']],
    ['a field of an interface', '"x" interface A { b: Int }', ['A.b']],
    ['a field of an input', '"x" input A { b: Int }', ['A.b']],
    ['an argument', '"x" type A { "x" b(c: Int): Int }', ['A.b(c:)']],
    ['a value of an enum', '"x" enum A { B "x" C }', ['A.B']],
    ['a scalar', 'scalar A', ['A']],
    ['a blank description', '" " scalar A', ['A']],
    ['an argument of a directive for operations', '"x" directive @a(b: Int) on QUERY', ['a(b:)']],
    ['a field of the root, but not the root', 'type Query { a: Int }', ['Query.a']],
  ])('are missed on %s', (_, sdl, missed) => {
    expect(findUndescribed(sdl)).toEqual(missed);
  });

  it.each([
    ['a directive for schemas', 'directive @a(b: Int) on OBJECT'],
    ['a type of federation', 'enum join__Graph { A } scalar link__Import'],
    ['what is inaccessible', 'scalar A @inaccessible "x" type B { c(d: Int): Int @inaccessible }'],
  ])('are not asked of %s', (_, sdl) => {
    expect(findUndescribed(sdl)).toEqual([]);
  });
});
