import { type FieldPolicy, isPublished, nameRoles } from './field-policy';

/** The lines of fields that are not everybody's as Markdown, for people; mutations are lines like others. */
export function describeFieldPolicies(policies: readonly FieldPolicy[]): string {
  const groups = new Map<string, FieldPolicy[]>();
  for (const policy of policies.filter((line) => !isPublished(line))) {
    const key = [policy.type, policy.roles.join(', '), policy.otherwise].join('|');
    groups.set(key, [...(groups.get(key) ?? []), policy]);
  }
  const lines = [...groups.values()].map((group) => {
    const { type, roles, otherwise } = group[0] as FieldPolicy;
    const fields = group.map(({ field }) => `\`${field}\``).join(', ');
    return `| \`${type}\` | ${fields} | ${nameRoles(roles)} | ${otherwise === 'NULL' ? 'null' : 'refused'} |`;
  });
  if (lines.length === 0) return 'All fields are published.\n';
  return ['| type | fields | for | others |', '|---|---|---|---|', ...lines.sort(), ''].join('\n');
}
