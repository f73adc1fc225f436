import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { type Day, isDay } from '../day';

function parseDay(value: unknown, shown = `"${String(value)}"`): Day {
  if (isDay(value)) return value;
  throw new GraphQLError(`${shown} is not a day of the calendar; write it as YYYY-MM-DD.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** What a service answers is its own fault: a plain error, which is masked. */
function serializeDay(value: unknown): Day {
  if (isDay(value)) return value;
  throw new TypeError(`expected a day as YYYY-MM-DD, found ${String(value)}`);
}

/** A calendar day as text: no time, no zone, so nothing can shift it. */
export const dateScalar = new GraphQLScalarType<Day, Day>({
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`, in Vietnam.',
  parseValue: (value) => parseDay(value),
  serialize: serializeDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined, print(node)),
});
