import { decodeCursor, SpeakingError } from '@tieuchi/subgraph-kit';
import { registerEnumType } from 'type-graphql';

export enum AssessmentOrder {
  CODE = 'CODE',
  MISSING_ITEMS = 'MISSING_ITEMS',
  SUBMITTED_ON = 'SUBMITTED_ON',
  DAYS_LATE = 'DAYS_LATE',
}

registerEnumType(AssessmentOrder, {
  name: 'AssessmentOrder',
  description: 'What a list of assessments is ordered by; then by the code of the unit.',
  valuesConfig: {
    CODE: { description: 'The code of the unit alone.' },
    MISSING_ITEMS: { description: 'Fewest contents that are NOT_MET first; units without an appraisal last.' },
    SUBMITTED_ON: { description: 'Oldest submission first; units that submitted nothing last.' },
    DAYS_LATE: { description: 'Longest late first.' },
  },
});

/** Where a page begins: after the unit of that code, which has that rank in the order. */
export interface ListPlace {
  readonly rank: number;
  readonly code: string;
}

const CURSOR = /^([A-Z_]+) (-?\d{1,9}) (\S+)$/;

/** The order is part of the cursor: the place of a unit in one order is none in another. */
export function placeKey(order: AssessmentOrder, { rank, code }: ListPlace): string {
  return `${order} ${rank} ${code}`;
}

/** @throws SpeakingError BAD_USER_INPUT for a cursor of another order, or of no list */
export function readPlace(order: AssessmentOrder, after: string | null | undefined): ListPlace | null {
  const key = decodeCursor(after);
  if (key === null) return null;
  const [, of, rank, code] = CURSOR.exec(key) ?? [];
  if (of === order) return { rank: Number(rank), code: code as string };
  const what = of && Object.hasOwn(AssessmentOrder, of) ? `a cursor of the order ${of}` : 'not a cursor of this list';
  throw new SpeakingError(
    'BAD_USER_INPUT',
    `after: "${after?.slice(0, 60)}" is ${what}; this list is in the order ${order}: begin it without after.`,
  );
}
