import { askOverHttp } from '../../data/ask-over-http';
import {
  type AdministrativeLevel,
  type StatementsQuery,
  statementChangesOperation,
  statementsOperation,
} from '../../data/operations.generated';
import { type SignedView, unitInSentence } from '../work-view';

export type Book = NonNullable<NonNullable<StatementsQuery['province']>['tallyStatements']>[number];

/** Whose books are shown. */
export interface BooksUnit {
  readonly code: string;
  readonly level: AdministrativeLevel;
  readonly name: string;
  /** The day whose map it stands on. */
  readonly map: string;
}

/**
 * Whose books: of the reader's own unit; whoever has the country may choose a province. Null for a commune, which closes
 * none.
 */
export function booksUnitOf(view: SignedView): BooksUnit | null {
  const { address, caller, content } = view;
  const { unit } = caller;
  if (!unit || unit.level === 'COMMUNE') return null;
  const chosen = content.provinces.find(({ code }) => code === address.province);
  if (unit.level === 'COUNTRY' && chosen)
    return { code: chosen.code, level: 'PROVINCE', name: chosen.name, map: view.question.map };
  return { code: unit.code, level: unit.level, name: unitInSentence(view, unit), map: view.ownMap };
}

/** In the order in which they were drawn up: the last one holds. */
export function loadBooks({ question }: SignedView, { code, level, map }: BooksUnit) {
  return askOverHttp(statementsOperation, {
    code,
    isCountry: level === 'COUNTRY',
    isProvince: level === 'PROVINCE',
    isDistrict: level === 'DISTRICT',
    isCommune: level === 'COMMUNE',
    indicator: question.indicator.id,
    year: question.year.year,
    map,
  });
}

export function booksIn({ country, province, district, commune }: StatementsQuery): readonly Book[] {
  return (country ?? province ?? district ?? commune)?.tallyStatements ?? [];
}

const CHANGES_SHOWN = 100;

/** Units whose result is another one since; the first of them. */
export function loadChanges({ question, ownMap }: SignedView, statement: string) {
  const { language } = question;
  return askOverHttp(statementChangesOperation, { statement, map: ownMap, language, first: CHANGES_SHOWN });
}
