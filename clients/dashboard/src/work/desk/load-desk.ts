import { askOverHttp } from '../../data/ask-over-http';
import { type WorkCommuneQuery, workCommuneOperation } from '../../data/operations.generated';
import type { SignedView } from '../work-view';

type CriteriaSet = NonNullable<WorkCommuneQuery['indicators']>[number]['criteriaSets'][number];
/** What the set of the year asks of one content. */
export type SetItem = CriteriaSet['items'][number];

/** The form of a commune as it stands now. */
export function loadDesk({ question }: SignedView, code: string) {
  return askOverHttp(workCommuneOperation, {
    code,
    indicator: question.indicator.id,
    year: question.year.year,
    map: question.map,
    language: question.language,
  });
}

/** The contents of the set that decides in the year; none where it was not answered, or is not itemised. */
export function setItemsOf({ indicators }: WorkCommuneQuery, { question }: SignedView): readonly SetItem[] {
  const indicator = indicators?.find(({ id }) => id === question.indicator.id);
  const version = indicator?.years.find(({ year }) => year === question.year.year)?.criteriaVersion;
  return indicator?.criteriaSets.find((set) => set.version === version)?.items ?? [];
}
