const SHAPE = /^(\d{4})-\d{2}-\d{2}$/;

/**
 * The calendar year of an ISO day.
 * @throws RangeError when the text is not of the shape "2025-12-31".
 */
export function yearOf(day: string): number {
  const year = SHAPE.exec(day)?.[1];
  if (year === undefined) throw new RangeError(`expected an ISO day such as "2025-12-31", got "${day}"`);
  return Number(year);
}
