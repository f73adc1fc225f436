import type { TablePolicy, Writer } from './table-policy';

/** A policy table as Markdown, for people: the same lines that the database is made of. */
export function describePolicies(schema: string, policies: readonly TablePolicy[]): string {
  return [
    `## ${schema}`,
    '',
    '| table | reads | adds | closes | changes | removes | within | audited | why |',
    '|---|---|---|---|---|---|---|---|---|',
    ...[...policies].sort((a, b) => (a.table < b.table ? -1 : 1)).map(lineOf),
    '',
  ].join('\n');
}

function lineOf(policy: TablePolicy): string {
  const { INSERT, CLOSE, UPDATE, DELETE } = policy.write;
  const cells = [
    `\`${policy.table}\``,
    readersOf(policy),
    ...[INSERT, CLOSE, UPDATE, DELETE].map(writersOf),
    policy.unit === null ? 'everywhere' : 'own units',
    policy.auditKey === null ? 'no' : `by \`${policy.auditKey}\``,
    [policy.why, ...functionNotes(policy)].join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function readersOf({ read }: TablePolicy): string {
  if (read === 'all') return 'all';
  if ('ownedBy' in read) return `whoever wrote it, by \`${read.ownedBy}\``;
  if (!('where' in read)) return read.join(', ');
  return `${read.readers?.join(', ') ?? 'all'} where ${read.where}; the rest: signed in, own units`;
}

function writersOf(writers: readonly Writer[] = []): string {
  return writers.length > 0 ? writers.join(', ') : '–';
}

function functionNotes({ functionRoles = {} }: TablePolicy): string[] {
  const does = { READ: 'reads it', APPEND: 'reads it and adds to it', WRITE: 'keeps it' };
  return Object.entries(functionRoles).map(([role, right]) => `\`${role}\` ${does[right]}.`);
}
