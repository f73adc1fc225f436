/**
 * Whether a header comes more than once. Node keeps the first of two and drops the other, and whoever stands between may
 * have looked at the other.
 * @param rawHeaders as Node has them: names and values in turn
 * @param name in lower case
 */
export function isRepeated(rawHeaders: readonly string[], name: string): boolean {
  return rawHeaders.filter((each, index) => index % 2 === 0 && each.toLowerCase() === name).length > 1;
}
