import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const FORM = /^-?\d+(\.\d+)?$/;

function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && FORM.test(value)) return value;
  throw new GraphQLError(`"${String(value)}" is not a decimal number.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Decimals travel as text: a float would decide what the arithmetic must decide. */
export const decimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'A decimal number as text, with just the digits to print: "98.54". Never a float.',
  parseValue: parseDecimal,
  serialize: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : undefined),
});
