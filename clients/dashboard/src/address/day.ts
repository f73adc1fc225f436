/** A day of the calendar, else null: 2025-02-30 is none. */
export function dayOf(value: string | null): string | null {
  if (value === null || !/^(19|20)\d\d-\d\d-\d\d$/.test(value)) return null;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) ? value : null;
}

/** A day as people type it, dd/MM/yyyy with or without leading zeros, or as an address has it; null where it is none. */
export function typedDayOf(value: string | null): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value?.trim() ?? '') ?? [];
  return dayOf(year === '' ? value : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** "2025-06-30" as it is typed: "30/06/2025". */
export function typedFrom(day: string): string {
  return day.split('-').toReversed().join('/');
}
