import type { Question } from '../../address/question';
import type { Ask, Fault } from '../../data/answer';
import { loadPages, PAGE_SIZE } from '../../data/load-pages';
import {
  countedWardsOperation,
  pilotWardsOperation,
  quotaRuleListOperation,
  wardResultOperation,
  wardScorecardOperation,
} from '../../data/operations.generated';
import { type LoadedPanel, type PanelRequest, placeIdOf, withoutRefusals } from '../load-panel';
import { ruleOf } from '../quota/load-quota';
import { wardRows } from './ward-rows';
import type { CountedWard, OpenWard } from './wards-content';

/** The pilot wards of the place, whether each counts under a rule, and the scorecard that is open. */
export async function loadWards(request: PanelRequest): Promise<LoadedPanel> {
  const { address, question, ask } = request;
  const [rules, within, open] = await Promise.all([
    ask(quotaRuleListOperation, {}),
    placeIdOf(request),
    address.ward === null ? null : loadWard(address.ward, question, ask),
  ]);
  const rule = ruleOf(address.rule, rules.data?.quotaRules ?? []);
  const [listed, counted] = await Promise.all([
    within === undefined ? null : loadList(within, question, ask),
    rule?.notKnown === null ? loadCounted(rule.id, question, ask) : null,
  ]);
  const byId = new Map(counted?.rows?.map((ward) => [ward.unit?.id, ward]));
  const counting = (id: string | undefined): CountedWard | null => byId.get(id) ?? null;
  return {
    content: {
      tab: 'wards',
      rows: listed?.rows ? wardRows(listed.rows, question.map, counting) : null,
      ruleTitle: rule?.title ?? null,
      open: open && { ...open.ward, counting: counting(open.ward.result?.id) },
    },
    faults: [
      ...rules.faults,
      ...(open?.faults ?? []),
      ...withoutRefusals([...(listed?.faults ?? []), ...(counted?.faults ?? [])]),
    ],
  };
}

function loadList(within: string, { map, knownOn, language }: Question, ask: Ask) {
  return loadPages(async (after) => {
    const variables = { within, map, knownOn, language, first: PAGE_SIZE, after };
    const { data, faults } = await ask(pilotWardsOperation, variables);
    return { page: data?.modelWards, faults };
  });
}

function loadCounted(rule: string, { map, knownOn }: Question, ask: Ask) {
  return loadPages(async (after) => {
    const { data, faults } = await ask(countedWardsOperation, { rule, map, knownOn, first: PAGE_SIZE, after });
    return { page: data?.quotaWards, faults };
  });
}

async function loadWard(
  ward: string,
  question: Question,
  ask: Ask,
): Promise<{ readonly ward: Omit<OpenWard, 'counting'>; readonly faults: readonly Fault[] }> {
  const [code = '', day] = ward.split('@');
  const variables = { code, map: day ?? question.map, knownOn: question.knownOn };
  const [result, scorecard] = await Promise.all([
    ask(wardResultOperation, { ...variables, language: question.language }),
    ask(wardScorecardOperation, variables),
  ]);
  return {
    ward: { ward, result: result.data?.commune ?? null, scorecard: scorecard.data?.commune?.modelWard ?? null },
    // a ward that there is not is told in its place
    faults: withoutRefusals([...result.faults, ...scorecard.faults]).filter(
      ({ code: said }) => said !== 'UNIT_NOT_FOUND',
    ),
  };
}
