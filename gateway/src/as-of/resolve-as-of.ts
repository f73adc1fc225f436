import { type AsOf, type Day, isDay, SpeakingError } from '@tieuchi/subgraph-kit';
import {
  type ArgumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/**
 * The days that an operation is about. The variables that it takes them from are coerced: raw ones have lost their
 * defaults. The others are not looked at.
 * @param today the day in Vietnam, which stands for what the operation does not say
 * @throws SpeakingError AS_OF_INVALID for what is no day, KNOWN_ON_IN_FUTURE
 */
export function resolveAsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  today: Day,
): AsOf {
  const args = operation.directives?.find(({ name }) => name.value === 'asOf')?.arguments ?? [];
  const { coerced, errors } = getVariableValues(schema, definitionsOf(args, operation), variables);
  // execution will refuse the operation for these and say where; here they only must not be misread
  if (errors) return { map: today, knownOn: null, today };
  const given = readArguments(args, coerced ?? {});
  const map = readDay(given.map, 'map') ?? today;
  const knownOn = readDay(given.knownOn, 'knownOn');
  if (knownOn !== null && knownOn > today) {
    throw new SpeakingError(
      'KNOWN_ON_IN_FUTURE',
      `@asOf(knownOn: "${knownOn}") – nothing is known yet of a day after ${today}.`,
    );
  }
  return { map, knownOn, today };
}

/** The definitions of the variables that the arguments are; a day is no list and no object that could hold more. */
function definitionsOf(
  args: readonly ArgumentNode[],
  { variableDefinitions = [] }: OperationDefinitionNode,
): readonly VariableDefinitionNode[] {
  const named = new Set(args.map(({ value }) => (value.kind === Kind.VARIABLE ? value.name.value : null)));
  return variableDefinitions.filter(({ variable }) => named.has(variable.name.value));
}

/** The arguments as they were given; what is no day is refused by its name, whether literal or variable. */
function readArguments(args: readonly ArgumentNode[], variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}

function readDay(value: unknown, argument: string): Day | null {
  if (value === undefined || value === null) return null;
  if (isDay(value)) return value;
  throw new SpeakingError(
    'AS_OF_INVALID',
    `@asOf(${argument}): ${JSON.stringify(value)?.slice(0, 60)} is not a day of the calendar; write it as YYYY-MM-DD.`,
  );
}
