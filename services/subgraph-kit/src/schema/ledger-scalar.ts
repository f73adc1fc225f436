import { GraphQLScalarType } from 'graphql';

/**
 * Counts and targets of one unit for attainment, in one compact text instead of thousands of small objects.
 * Only the gateway reads it: clients do not see the scalar.
 */
export const ledgerScalar = new GraphQLScalarType<string, string>({
  name: 'Ledger',
  description: 'Counts and targets of one unit, for the gateway alone.',
  extensions: { directives: { inaccessible: {} } },
  parseValue: String,
  serialize: String,
});
