import type { Question } from '../../address/question';
import type { Ask, Fault } from '../../data/answer';
import { PAGE_SIZE } from '../../data/load-pages';
import { communesAtRiskOperation, undecidedCommunesOperation } from '../../data/operations.generated';
import { variablesOf } from '../../data/question-variables';
import { nameUnit } from '../listed-unit';
import { type LoadedPanel, type PanelRequest, placeIdOf, placeOf, withoutRefusals } from '../load-panel';
import type { ChangeableNode, ChangeRow, ListOf, RiskRow } from './changes-content';
import { nearestFirst } from './nearest-first';

/** What each part of the list holds at most: a country that has just begun has thousands without a result. */
const MOST = PAGE_SIZE;

/** The communes that would change the verdict of the place, and those that may where it is attained. */
export async function loadChanges(request: PanelRequest): Promise<LoadedPanel> {
  const { question, ask } = request;
  const within = await placeIdOf(request);
  if (within === undefined) return { content: { tab: 'changes', changeable: null, atRisk: null }, faults: [] };
  const isAttained = (await placeOf(request))?.attainment?.verdict === 'ATTAINED';
  const [changeable, atRisk] = await Promise.all([
    loadChangeable(within, question, ask),
    isAttained ? loadAtRisk(within, question, ask) : null,
  ]);
  return {
    content: { tab: 'changes', changeable: changeable.list, atRisk: atRisk?.list ?? null },
    faults: withoutRefusals([...changeable.faults, ...(atRisk?.faults ?? [])]),
  };
}

interface LoadedList<Row> {
  readonly list: ListOf<Row> | null;
  readonly faults: readonly Fault[];
}

async function loadChangeable(within: string, question: Question, ask: Ask): Promise<LoadedList<ChangeRow>> {
  const { code: _, ...variables } = variablesOf(question);
  const { data, faults } = await ask(undecidedCommunesOperation, { ...variables, within, first: MOST });
  if (!data?.unknown || !data.notMet) return { list: null, faults };
  const nodes = [...data.unknown.nodes, ...data.notMet.nodes];
  const all = data.unknown.totalCount + data.notMet.totalCount;
  return { list: { rows: nearestFirst(nodes.map(changeRow)), all }, faults };
}

function changeRow({ unit, assessment, missingItems }: ChangeableNode): ChangeRow {
  const failing = assessment.items.filter(({ verdict }) => verdict === 'NOT_MET').map(({ number }) => number);
  return { ...nameUnit(unit), assessment, failing, details: { missingItems, late: assessment.late } };
}

async function loadAtRisk(within: string, question: Question, ask: Ask): Promise<LoadedList<RiskRow>> {
  const { code: _, ...variables } = variablesOf(question);
  const { data, faults } = await ask(communesAtRiskOperation, { ...variables, within, first: MOST });
  const listed = data?.communesAtRisk;
  // the first year of a programme has none before it: nothing can be said to be at risk
  if (!listed) return { list: null, faults: faults.filter(({ code }) => code !== 'YEAR_NOT_FOUND') };
  const rows = listed.nodes.map(({ unit, reasons }) => ({ ...nameUnit(unit), reasons }));
  return { list: { rows, all: listed.totalCount }, faults };
}
