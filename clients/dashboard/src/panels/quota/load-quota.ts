import type { Question } from '../../address/question';
import { loadPages, PAGE_SIZE } from '../../data/load-pages';
import {
  quotaExclusionsOperation,
  quotaRuleListOperation,
  quotaStandingsOperation,
} from '../../data/operations.generated';
import { FIRST_DAY_OF_34 } from '../../page/map-days';
import { type LoadedPanel, type PanelRequest, withoutRefusals } from '../load-panel';
import type { QuotaRuleChoice } from './quota-content';

/** The rule of the address, checked on its own map and grouped on the present one. */
export async function loadQuota({ address, question, ask }: PanelRequest): Promise<LoadedPanel> {
  const { data, faults } = await ask(quotaRuleListOperation, {});
  const rules = data?.quotaRules ?? [];
  const rule = ruleOf(address.rule, rules);
  if (!rule) return { content: null, faults };
  const { knownOn, language } = question;
  const variables = { rule: rule.id, map: carriedMap(question), knownOn };
  if (rule.notKnown !== null) {
    return { content: { tab: 'quota', rules, ruleId: rule.id, check: null, excluded: null }, faults };
  }
  const [check, excluded] = await Promise.all([
    ask(quotaStandingsOperation, { ...variables, language }),
    loadPages(async (after) => {
      const answer = await ask(quotaExclusionsOperation, { ...variables, first: PAGE_SIZE, after });
      return { page: answer.data?.quotaWards, faults: answer.faults };
    }),
  ]);
  return {
    content: {
      tab: 'quota',
      rules,
      ruleId: rule.id,
      check: check.data?.quotaCheck ?? null,
      excluded: excluded.rows,
    },
    faults: [...faults, ...check.faults, ...withoutRefusals(excluded.faults)],
  };
}

/** The one that is asked for, else the first that can be checked as its source says it. */
export function ruleOf(id: string | null, rules: readonly QuotaRuleChoice[]): QuotaRuleChoice | undefined {
  const checkable = rules.filter(({ notKnown }) => notKnown === null);
  return rules.find((rule) => rule.id === id) ?? checkable.find(({ status }) => status === 'SOURCED') ?? checkable[0];
}

/** The map of the second reading: that of the page where it is a present one, else the first of the 34 provinces. */
export function carriedMap({ map }: Question): string {
  return map < FIRST_DAY_OF_34 ? FIRST_DAY_OF_34 : map;
}
