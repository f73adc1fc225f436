import type { Question } from '../address/question';

/** Variables that operations of the page share. */
export function variablesOf(question: Question) {
  return {
    code: question.place,
    indicator: question.indicator.id,
    year: question.year.year,
    map: question.map,
    knownOn: question.knownOn,
    language: question.language,
  };
}

/** Of the series, which has all years. */
export function seriesVariables(question: Question) {
  const { year: _, ...variables } = variablesOf(question);
  return { ...variables, withProvince: question.level === 'PROVINCE' };
}
