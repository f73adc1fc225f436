import type { ComponentType } from 'preact';
import type { PanelTab } from '../address/address';
import { ChangesPanel } from '../panels/changes/changes-panel';
import { QuotaPanel } from '../panels/quota/quota-panel';
import { ReconciliationPanel } from '../panels/reconciliation/reconciliation-panel';
import { RegressionsPanel } from '../panels/regressions/regressions-panel';
import { WardsPanel } from '../panels/wards/wards-panel';
import type { View } from './view';

/** What stands in the place of a picture and its table, by its tab. */
export const PANELS: Readonly<Record<PanelTab, ComponentType<{ readonly view: View }>>> = {
  quota: QuotaPanel,
  wards: WardsPanel,
  changes: ChangesPanel,
  regressions: RegressionsPanel,
  reconciliation: ReconciliationPanel,
};
