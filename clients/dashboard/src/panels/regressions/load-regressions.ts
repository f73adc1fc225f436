import { loadPages, PAGE_SIZE } from '../../data/load-pages';
import { regressedCommunesOperation } from '../../data/operations.generated';
import { variablesOf } from '../../data/question-variables';
import { nameUnit } from '../listed-unit';
import { type LoadedPanel, type PanelRequest, placeIdOf, withoutRefusals } from '../load-panel';

/** Which communes of the place lost what they had in the year before. */
export async function loadRegressions(request: PanelRequest): Promise<LoadedPanel> {
  const { question, ask } = request;
  const { indicator, year } = question;
  const within = (await placeIdOf(request)) ?? null;
  const hasYearBefore = indicator.years.some((one) => one.year === year.year - 1);
  const nothing = { tab: 'regressions', rows: null, within, hasYearBefore } as const;
  if (within === null || !hasYearBefore) return { content: nothing, faults: [] };
  const { code: _, ...variables } = variablesOf(question);
  const { rows, faults } = await loadPages(async (after) => {
    const answer = await ask(regressedCommunesOperation, { ...variables, within, first: PAGE_SIZE, after });
    return { page: answer.data?.regressions, faults: answer.faults };
  });
  const named = rows?.map(({ unit, ...regression }) => ({ ...nameUnit(unit), ...regression })) ?? null;
  return { content: { ...nothing, rows: named }, faults: withoutRefusals(faults) };
}
