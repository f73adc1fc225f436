import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

type Variables = Readonly<Record<string, unknown>>;

/** Runs one operation; null where its variables are not what it declares, and nothing was run. */
export type CompiledOperation = (context: unknown, variables: Variables) => Promise<ExecutionResult | null>;

/** How often an operation is asked before it is compiled, which takes 2 ms. */
const ASKED_BEFORE = 3;
/** Each takes some 60 kB. */
const MOST_COMPILED = 200;

/**
 * The operations that are asked again and again, compiled: code of its own for each, in place of looking up every field in
 * the schema. What is asked now and then, what writes and what meets a type of several is interpreted, and so is what has
 * errors in its variables.
 */
export class CompiledOperations {
  /** The oldest first; null for what is not compiled. */
  private readonly compiled = new Map<DocumentNode, CompiledOperation | null>();
  private readonly times = new WeakMap<DocumentNode, number>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns null for what is to be interpreted */
  find(document: DocumentNode): CompiledOperation | null {
    const known = this.compiled.get(document);
    if (known !== undefined) return known;
    const times = (this.times.get(document) ?? 0) + 1;
    this.times.set(document, times);
    if (times <= ASKED_BEFORE) return null;
    const made = compile(this.schema, document);
    this.compiled.set(document, made);
    if (this.compiled.size > MOST_COMPILED) this.forget(this.compiled.keys().next().value as DocumentNode);
    return made;
  }

  /** It is counted anew: compiling at each turn of more operations than are kept would cost more than it saves. */
  private forget(document: DocumentNode): void {
    this.compiled.delete(document);
    this.times.delete(document);
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode): CompiledOperation | null {
  const operation = readingOf(document);
  if (!operation || meetsAbstractType(schema, document)) return null;
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) return null;
  const standards = standardsOf(schema, operation);
  return async (context, variables) => {
    const result: ExecutionResult = await compiled.query(undefined, context, { ...standards, ...variables });
    const { errors } = result;
    if (!errors) return result;
    return result.data === undefined ? null : { ...result, errors: errors.map(asInterpreted) };
  };
}

/** A document of a plan holds one operation. */
function readingOf({ definitions }: DocumentNode): OperationDefinitionNode | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  return operations.length === 1 && first?.operation === OperationTypeNode.QUERY ? first : null;
}

/** Which type such a value has is found out asynchronously, and compiled code does not wait for that; entities say theirs. */
function meetsAbstractType(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isMet = false;
  const Field = () => {
    const type = getNamedType(types.getType());
    if (isAbstractType(type) && type.name !== '_Entity') isMet = true;
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return isMet;
}

/** What a variable is that nobody gives; compiled code would miss it where it may not be null. */
function standardsOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
      const known = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      return defaultValue && known ? [[variable.name.value, valueFromAST(defaultValue, known)]] : [];
    }),
  );
}

/** A null that may not be one, or a value of another type, is our own fault and not the client's: it has a cause, as interpreted. */
function asInterpreted(error: GraphQLError): GraphQLError {
  if (error.originalError) return error;
  return new GraphQLError(error.message, { path: error.path, originalError: new Error(error.message) });
}
