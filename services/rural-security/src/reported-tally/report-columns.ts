/** The columns of the published figures; each must be there, in any order. */
export const REQUIRED_COLUMNS = [
  'id',
  'place',
  'province_code',
  'unit_code',
  'map',
  'level',
  'as_of',
  'indicator',
  'criteria_version',
  'met',
  'total',
  'printed_percent',
  'printed_qualifier',
  'target_percent',
  'printed_attainment_percent',
  'kind',
  'note',
  'source',
] as const;

/** May be there as well; without them the note is read, the year is that of `as_of`, and the origin is PUBLISHED. */
export const OPTIONAL_COLUMNS = ['population', 'parts', 'year', 'origin'] as const;

export type ReportColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

/** What is wrong with a file, where, and what to do. `line` is null where no single row is at fault. */
export interface ReportFault {
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
  readonly remedy: string;
}
