import { SpeakingError } from '@tieuchi/subgraph-kit';
import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** Each fault is an error with a stack: two hundred wrong items held the server up for 65 ms, and helped nobody. */
const MOST_FAULTS = 20;

/**
 * What is wrong with the variables of an operation, as GraphQL says it; beyond twenty faults only that there are more.
 * Empty where nothing is.
 */
export function findVariableFaults(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) {
  const { errors = [] } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: MOST_FAULTS });
  if (errors.length <= MOST_FAULTS) return errors;
  const more = new SpeakingError('BAD_USER_INPUT', `The variables have more than these ${MOST_FAULTS} faults.`);
  return [...errors.slice(0, MOST_FAULTS), more];
}
