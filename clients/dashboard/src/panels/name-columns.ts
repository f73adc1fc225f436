import type { Column } from '../table/column';
import type { CommuneNamed } from './listed-unit';

/** Which unit a row is about. */
export const NAME_COLUMNS: readonly Column<CommuneNamed>[] = [
  { id: 'code', kind: 'text', sortValue: ({ code }) => code, text: ({ code }) => code },
  { id: 'name', kind: 'text', sortValue: ({ name }) => name, text: ({ fullName }) => fullName },
  { id: 'under', kind: 'text', sortValue: ({ under }) => under, text: ({ under }) => under },
];
