import { readFileSync } from 'node:fs';

const documents = new Map();

/**
 * The request of a GraphQL system. A wording above 0 renames the operation: to a server it is another document.
 * @param {{ name: string, wording: number, variables: object }} operation
 * @param {string} dialect a folder of `operations/documents`
 */
export function graphRequest({ name, wording, variables }, dialect = 'ours') {
  const document = readDocument(dialect, name);
  const query = wording === 0 ? document : document.replace(/^query (\w+)/, `query $1Wording${wording}`);
  return { body: JSON.stringify({ query, variables }), headers: {} };
}

function readDocument(dialect, name) {
  const key = `${dialect}/${name}`;
  if (!documents.has(key)) {
    const file = new URL(`../operations/documents/${key}.graphql`, import.meta.url);
    documents.set(key, readFileSync(file, 'utf8'));
  }
  return documents.get(key);
}
