/**
 * The first place where two common forms differ, in words; null where they are equal.
 * @returns {string | null} for example "provinces.19.0: 118 here, 119 there"
 */
export function differenceOf(here, there, path = '') {
  if (Object.is(here, there)) return null;
  if (!isBranch(here) || !isBranch(there)) return `${path || 'all'}: ${show(here)} here, ${show(there)} there`;
  for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const found = differenceOf(here[key], there[key], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return null;
}

function isBranch(value) {
  return typeof value === 'object' && value !== null;
}

function show(value) {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
}
