import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { createAnswerShape } from './answer-shape';

export type AnswerShape = ReturnType<typeof createAnswerShape>;

/** An operation as Apollo resolved it. */
export interface ResolvedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

interface KnownShapes {
  /** Variables that decide which fields are selected, with their defaults. */
  readonly deciding: ReadonlyMap<string, unknown>;
  /** By what these decide. */
  readonly shapes: Map<string, AnswerShape>;
}

/** More ways than this to ask one operation are not remembered. */
const MOST_SHAPES = 16;

/** The shapes of answers, each made once: Apollo hands the same operation to all who ask it. */
export class AnswerShapes {
  private readonly known = new WeakMap<OperationDefinitionNode, KnownShapes | null>();

  /** @returns null for an operation whose answer Apollo is to shape: one about the schema, or with names that objects have of themselves */
  shapeOf(resolved: ResolvedOperation, variables: Readonly<Record<string, unknown>> = {}): AnswerShape | null {
    const { schema, operation, fragments } = resolved;
    let known = this.known.get(operation);
    if (known === undefined) {
      known = isOrdinary(resolved) ? { deciding: findDeciding(resolved), shapes: new Map() } : null;
      this.known.set(operation, known);
    }
    const root = schema.getRootType(operation.operation);
    if (!known || !root) return null;
    const decided = Object.fromEntries(
      [...known.deciding].map(([name, standard]) => [name, variables[name] === undefined ? standard : variables[name]]),
    );
    const key = JSON.stringify(decided);
    const shape =
      known.shapes.get(key) ??
      createAnswerShape({ schema, fragments, variables: decided }, root, operation.selectionSet);
    if (known.shapes.size < MOST_SHAPES) known.shapes.set(key, shape);
    return shape;
  }
}

function isOrdinary(resolved: ResolvedOperation): boolean {
  let isOrdinary = true;
  visitAll(resolved, {
    Field({ name, alias }) {
      const key = (alias ?? name).value;
      if (key in Object.prototype || name.value === '__schema' || name.value === '__type') isOrdinary = false;
    },
  });
  return isOrdinary;
}

function findDeciding(resolved: ResolvedOperation): ReadonlyMap<string, unknown> {
  const names = new Set<string>();
  visitAll(resolved, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const definitions = resolved.operation.variableDefinitions ?? [];
  return new Map(
    [...names].map((name) => {
      const standard = definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
      return [name, standard && valueFromASTUntyped(standard)];
    }),
  );
}

function visitAll({ operation, fragments }: ResolvedOperation, visitor: ASTVisitor): void {
  visit({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] }, visitor);
}
