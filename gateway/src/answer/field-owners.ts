import { type DirectiveNode, Kind, parse, type ValueNode } from 'graphql';

/** For each service the names of the fields that it serves, or that the gateway cannot compute without it. */
export type FieldOwners = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads from the supergraph's `@join__field` which fields an answer loses with a service. */
export function readFieldOwners(supergraphSdl: string): FieldOwners {
  const { definitions } = parse(supergraphSdl);
  const serviceByGraph = new Map<string, string>();
  const served = new Map<string, Set<string>>();
  const requiring: { field: string; required: string[] }[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      for (const { name, directives } of definition.values ?? []) {
        serviceByGraph.set(name.value, argument(directives?.[0], 'name') ?? name.value);
      }
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives } of definition.fields ?? []) {
      for (const directive of directives ?? []) {
        const graph = directive.name.value === 'join__field' ? argument(directive, 'graph') : undefined;
        if (graph === undefined || argument(directive, 'external') === 'true') continue;
        served.set(graph, (served.get(graph) ?? new Set()).add(name.value));
        const requires = argument(directive, 'requires');
        if (requires !== undefined) requiring.push({ field: name.value, required: requires.match(/\w+/g) ?? [] });
      }
    }
  }
  return new Map(
    [...served].map(([graph, fields]) => {
      const lost = requiring
        .filter(({ required }) => required.some((field) => fields.has(field)))
        .map(({ field }) => field);
      return [serviceByGraph.get(graph) ?? graph, new Set([...fields, ...lost])];
    }),
  );
}

function argument(directive: DirectiveNode | undefined, name: string): string | undefined {
  const value: ValueNode | undefined = directive?.arguments?.find((given) => given.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
