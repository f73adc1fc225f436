import type { CommuneRow } from '../data/page-content';
import type { Column } from './column';

/** A sign beside the word, so that a result is never told by colour alone. */
export const UNIT_SIGNS = { MET: '●', NOT_MET: '○', UNKNOWN: '▨' } as const;

/** Of units that have a result of their own. */
export const COMMUNE_COLUMNS: readonly Column<CommuneRow>[] = [
  { id: 'code', kind: 'text', sortValue: ({ code }) => code, text: ({ code }) => code },
  { id: 'name', kind: 'text', sortValue: ({ name }) => name, text: ({ fullName }) => fullName },
  {
    id: 'under',
    kind: 'text',
    isDetail: true,
    sortValue: ({ parent }) => parent?.name ?? null,
    text: ({ parent }) => parent?.name ?? '–',
  },
  {
    id: 'result',
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.verdict ?? null,
    text: ({ assessment }, { words }) =>
      assessment ? `${UNIT_SIGNS[assessment.verdict]} ${words.unitVerdict[assessment.verdict]}` : '–',
  },
  {
    id: 'state',
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.state ?? null,
    text: ({ assessment }, { words }) => (assessment ? words.state[assessment.state] : '–'),
  },
  {
    id: 'reason',
    kind: 'text',
    sortValue: ({ assessment }) => assessment?.unknownReason ?? null,
    text: ({ assessment }, { words }) => (assessment?.unknownReason ? words.reason[assessment.unknownReason] : ''),
  },
];
