/** Fields as one text that no other fields have: each with the length of its UTF-8, `-` for one that is absent. */
export function canonicalText(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-,' : `${Buffer.byteLength(field)}:${field},`)).join('');
}
