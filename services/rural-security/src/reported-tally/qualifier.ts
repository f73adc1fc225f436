/** What a word before a printed number says of it. */
export type Bound = 'EXACT' | 'AT_LEAST' | 'AT_MOST';

const BOUNDS: Readonly<Record<string, Bound>> = {
  trên: 'AT_LEAST',
  hơn: 'AT_LEAST',
  gần: 'AT_MOST',
};

/** "trên 81" is 81 or more, "gần 82" 82 or less; "cơ bản" and any other word qualify, but move no number. */
export function boundOf(qualifier: string | null): Bound {
  return BOUNDS[qualifier?.trim().toLowerCase() ?? ''] ?? 'EXACT';
}
