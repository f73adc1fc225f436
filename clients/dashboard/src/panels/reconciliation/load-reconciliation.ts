import { reportedFiguresOperation } from '../../data/operations.generated';
import type { LoadedPanel, PanelRequest } from '../load-panel';
import type { ReportedRow } from './reconciliation-content';

/** What was printed or sent up of the place, beside what is recorded. */
export async function loadReconciliation({ question, ask }: PanelRequest): Promise<LoadedPanel> {
  const { place, level, map, knownOn, language } = question;
  const { data, faults } = await ask(reportedFiguresOperation, {
    code: place,
    isCountry: level === 'COUNTRY',
    isProvince: level === 'PROVINCE',
    isDistrict: level === 'DISTRICT',
    map,
    knownOn,
    language,
  });
  const units = [data?.country, ...(data?.country?.provinces ?? []), data?.province, data?.district];
  const rows: ReportedRow[] = units.flatMap((unit) =>
    (unit?.reportedTallies ?? []).map((tally) => ({
      ...tally,
      code: unit?.code ?? '–',
      name: tally.place,
      fullName: unit?.fullName ?? tally.place,
    })),
  );
  const isAnswered = units.some((unit) => unit?.reportedTallies);
  return { content: { tab: 'reconciliation', rows: isAnswered ? rows : null }, faults };
}
