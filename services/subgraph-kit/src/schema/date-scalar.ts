import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay, type Day } from '../day';

function parseDay(value: unknown): Day {
  if (isDay(value)) return value;
  throw new GraphQLError(`"${String(value)}" is not a day of the calendar; write it as YYYY-MM-DD.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A calendar day as text: no time, no zone, so nothing can shift it. */
export const dateScalar = new GraphQLScalarType<Day, Day>({
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`, in Vietnam.',
  parseValue: parseDay,
  serialize: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});
