import { describeError } from './logged-error';

const NAME = 'Nguyễn Văn Bí Mật';

describe('an error in the log', () => {
  it('of the database names the constraint and neither parameters nor what the row holds', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "officer_name"'), {
      code: '23505',
      constraint: 'officer_name',
      table: 'officer',
      detail: `Key (name)=(${NAME}) already exists.`,
      where: NAME,
      parameters: [NAME],
      query: `insert into officer values ('${NAME}')`,
    });
    const logged = describeError(error);
    expect(logged).toMatchObject({
      code: '23505',
      constraint: 'officer_name',
      table: 'officer',
      message: error.message,
    });
    expect(JSON.stringify(logged)).not.toContain(NAME);
  });

  it.each([
    ['a value that is refused', { code: '22P02' }, `invalid input syntax for type date: "${NAME}"`],
    ['a function that raises', { code: 'P0001' }, `The name '${NAME}' is taken.`],
    ['JSON that is none', {}, `Unexpected token N, "${NAME}" is not valid JSON`],
    ['a message that is cut off', {}, `found "${NAME}`],
  ])('of %s does not quote it', (_what, more, message) => {
    const logged = describeError(Object.assign(new Error(message), more));
    expect(JSON.stringify(logged)).not.toContain(NAME);
    expect(logged.message).toContain('…');
    expect(logged.stack).toMatch(/^\s+at .*logged-error\.test/);
  });

  it('keeps the names of tables in a fault of a statement', () => {
    const error = Object.assign(new Error('relation "assessment" does not exist'), { code: '42P01' });
    expect(describeError(error).message).toBe('relation "assessment" does not exist');
  });

  it('has its cause, without end', () => {
    const looped = new Error('fetch failed');
    looped.cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', cause: looped });
    expect(describeError(looped)).toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNREFUSED', cause: { message: 'fetch failed' } },
    });
  });

  it('that is no error says so without its content', () => {
    expect(describeError(NAME)).toEqual({ type: 'string', message: 'something that is no error was thrown' });
  });
});
