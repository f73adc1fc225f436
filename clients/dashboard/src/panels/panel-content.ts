import type { ChangesContent } from './changes/changes-content';
import type { QuotaContent } from './quota/quota-content';
import type { ReconciliationContent } from './reconciliation/reconciliation-content';
import type { RegressionsContent } from './regressions/regressions-content';
import type { WardsContent } from './wards/wards-content';

/** What a panel shows, by its tab. Plain JSON. */
export type PanelContent = QuotaContent | WardsContent | ChangesContent | RegressionsContent | ReconciliationContent;
