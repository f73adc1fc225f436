import { type Address, PANEL_TABS, type PanelTab } from '../address/address';
import type { Question } from '../address/question';
import type { Answer, Ask, Fault } from '../data/answer';
import type { StandingQuery } from '../data/operations.generated';
import { loadChanges } from './changes/load-changes';
import type { PanelContent } from './panel-content';
import { loadQuota } from './quota/load-quota';
import { loadReconciliation } from './reconciliation/load-reconciliation';
import { loadRegressions } from './regressions/load-regressions';
import { loadWards } from './wards/load-wards';

export interface LoadedPanel {
  /** Null where the tab is no panel, or nothing of it was answered. */
  readonly content: PanelContent | null;
  readonly faults: readonly Fault[];
}

/** What a panel is loaded from. */
export interface PanelRequest {
  readonly address: Address;
  readonly question: Question;
  readonly ask: Ask;
  /** Its answer is on its way: of use where the id of the place is wanted. */
  readonly standing: Promise<Answer<StandingQuery>>;
}

const LOADERS: Readonly<Record<PanelTab, (request: PanelRequest) => Promise<LoadedPanel>>> = {
  quota: loadQuota,
  wards: loadWards,
  changes: loadChanges,
  regressions: loadRegressions,
  reconciliation: loadReconciliation,
};

/** Asks what the panel of the address shows; nothing where its tab is a picture, or the place a commune. */
export async function loadPanel(
  address: Address,
  question: Question,
  ask: Ask,
  standing: Promise<Answer<StandingQuery>>,
): Promise<LoadedPanel> {
  const tab = PANEL_TABS.find((panel) => panel === address.tab);
  if (!tab || question.level === 'COMMUNE') return { content: null, faults: [] };
  return LOADERS[tab]({ address, question, ask, standing });
}

/** Of a part that not everybody may see: a refusal is no fault, it is said where the part would stand. */
export function withoutRefusals(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ code }) => code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED');
}

/** The place that the page is about, as its standing answers it; undefined where it was not answered. */
export async function placeOf({ question, standing }: PanelRequest) {
  const { data } = await standing;
  const places = { COUNTRY: data?.country, PROVINCE: data?.province, DISTRICT: data?.district, COMMUNE: null };
  return places[question.level] ?? undefined;
}

/** Its id, by which lists within it are asked for. */
export async function placeIdOf(request: PanelRequest): Promise<string | undefined> {
  return (await placeOf(request))?.id;
}
