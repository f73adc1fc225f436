import type { Column } from '../../table/column';
import { UNIT_SIGNS } from '../../table/commune-columns';
import { NAME_COLUMNS } from '../name-columns';
import type { ChangeRow, RiskRow } from './changes-content';

/** Of communes that do not count as met. */
export const CHANGE_COLUMNS: readonly Column<ChangeRow>[] = [
  ...NAME_COLUMNS,
  {
    id: 'result',
    kind: 'text',
    sortValue: ({ assessment }) => assessment.verdict,
    text: ({ assessment }, { words }) => `${UNIT_SIGNS[assessment.verdict]} ${words.unitVerdict[assessment.verdict]}`,
  },
  {
    id: 'reason',
    kind: 'text',
    sortValue: ({ assessment }) => assessment.unknownReason,
    text: ({ assessment }, { words }) =>
      assessment.unknownReason ? words.reason[assessment.unknownReason] : words.state[assessment.state],
  },
  {
    id: 'selfAssessed',
    kind: 'text',
    sortValue: ({ assessment }) => assessment.selfAssessedVerdict,
    text: ({ assessment }, { words }) =>
      assessment.selfAssessedVerdict ? words.unitVerdict[assessment.selfAssessedVerdict] : '–',
  },
  {
    id: 'missing',
    kind: 'number',
    sortValue: ({ details }) => details.missingItems,
    text: ({ details }, { formats }) => (details.missingItems === null ? '–' : formats.count(details.missingItems)),
  },
  {
    id: 'contents',
    kind: 'text',
    sortValue: ({ failing }) => failing[0] ?? null,
    text: ({ failing }) => (failing.length === 0 ? '–' : failing.join(', ')),
  },
];

/** Of communes that may lose their result. */
export const RISK_COLUMNS: readonly Column<RiskRow>[] = [
  ...NAME_COLUMNS,
  {
    id: 'risk',
    kind: 'text',
    sortValue: ({ reasons }) => reasons[0]?.kind ?? null,
    text: ({ reasons }, { words }) =>
      reasons
        .map(({ kind, itemNumber }) =>
          itemNumber === null ? words.riskKind[kind] : `${words.changes.content(itemNumber)}: ${words.riskKind[kind]}`,
        )
        .join('; '),
  },
];
