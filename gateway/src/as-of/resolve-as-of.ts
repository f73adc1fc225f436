import { type AsOf, type Day, isDay, SpeakingError } from '@tieuchi/subgraph-kit';
import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';

/**
 * The days that an operation is about. Variables are coerced first: raw ones have lost their defaults.
 * @param today the day in Vietnam, which stands for what the operation does not say
 * @throws SpeakingError AS_OF_INVALID for what is no day, KNOWN_ON_IN_FUTURE
 */
export function resolveAsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  today: Day,
): AsOf {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // execution will refuse the operation for these and say where; here they only must not be misread
  if (errors) return { map: today, knownOn: null, today };
  const given = readDirective(operation, coerced ?? {});
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

/** The arguments as they were given; what is no day is refused by its name, whether literal or variable. */
function readDirective(
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const given = operation.directives?.find(({ name }) => name.value === 'asOf')?.arguments ?? [];
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}

function readDay(value: unknown, argument: string): Day | null {
  if (value === undefined || value === null) return null;
  if (isDay(value)) return value;
  throw new SpeakingError(
    'AS_OF_INVALID',
    `@asOf(${argument}): ${JSON.stringify(value)?.slice(0, 60)} is not a day of the calendar; write it as YYYY-MM-DD.`,
  );
}
