import { decodeCursor, SpeakingError } from '@tieuchi/subgraph-kit';

export interface WorkPlace {
  /** The day since which it waits, counted from 2000: unlike the days waited it stays the same for the next page. */
  readonly rank: number;
  readonly code: string;
}

const CURSOR = /^(-?\d{1,9}) (\S+)$/;

export function placeKey({ rank, code }: WorkPlace): string {
  return `${rank} ${code}`;
}

/** @throws SpeakingError BAD_USER_INPUT for a cursor of another list */
export function readPlace(after: string | null | undefined): WorkPlace | null {
  const key = decodeCursor(after);
  if (key === null) return null;
  const [, rank, code] = CURSOR.exec(key) ?? [];
  if (rank !== undefined && code !== undefined) return { rank: Number(rank), code };
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `after: "${after?.slice(0, 60)}" is not a cursor of this list; take pageInfo.endCursor.`,
  );
}
