import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function parseInstant(value: unknown): Date {
  const instant = new Date(typeof value === 'string' ? value : Number.NaN);
  if (!Number.isNaN(instant.getTime()) && /T.*(Z|[+-]\d\d:\d\d)$/.test(value as string)) return instant;
  throw new GraphQLError(`"${String(value)}" is not an instant; write it as 2025-06-30T17:00:00Z.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** An instant; days are `Date`. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, `2025-06-30T17:00:00.000Z`. The same instant has another day in Vietnam (UTC+7).',
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
  // a row that came as JSON holds text
  serialize: (value) => new Date(value as Date | string).toISOString(),
});
