import { PreparedStatements } from './prepared-statements';

const nameAfter = (statements: PreparedStatements, text: string, times: number) => {
  let name: string | undefined;
  for (let time = 0; time < times; time += 1) name = statements.nameOf(text);
  return name;
};

it('names a text at its fourth question, always the same', () => {
  const statements = new PreparedStatements();
  expect(nameAfter(statements, 'select 1', 3)).toBeUndefined();
  expect(nameAfter(statements, 'select 1', 1)).toBe('read_1');
  expect(nameAfter(statements, 'select 1', 9)).toBe('read_1');
  expect(nameAfter(statements, 'select 2', 4)).toBe('read_2');
});

it('prepares a hundred texts and no more, whatever is asked', () => {
  const statements = new PreparedStatements();
  const names = Array.from({ length: 150 }, (_, at) => nameAfter(statements, `select ${at}`, 5));
  expect(names.filter((name) => name !== undefined)).toHaveLength(100);
  expect(new Set(names.slice(0, 100)).size).toBe(100);
  expect(statements.nameOf('select 0')).toBe('read_1');
});

it('forgets what was asked seldom rather than grow', () => {
  const statements = new PreparedStatements();
  nameAfter(statements, 'select 1', 3);
  for (let at = 0; at < 1_000; at += 1) statements.nameOf(`select ${at} as other`);
  expect(statements.nameOf('select 1')).toBeUndefined();
});
