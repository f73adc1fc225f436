import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';

const FORM = /^-?\d+(\.\d+)?$/;

function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && FORM.test(value);
}

function parseDecimal(value: unknown, shown = `"${String(value)}"`): string {
  if (isDecimal(value)) return value;
  throw new GraphQLError(`${shown} is not a decimal number.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What a service answers is its own fault: a plain error, which is masked. */
function serializeDecimal(value: unknown): string {
  if (isDecimal(value)) return value;
  throw new TypeError(`expected a decimal number as text, found ${typeof value} ${String(value)}`);
}

/** Decimals travel as text: a float would decide what the arithmetic must decide. */
export const decimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'A decimal number as text, with just the digits to print: "98.54". Never a float.',
  parseValue: (value) => parseDecimal(value),
  serialize: serializeDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : undefined, print(node)),
});
