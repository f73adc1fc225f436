import type { QuotaContent } from './quota/quota-content';
import type { WardsContent } from './wards/wards-content';

/** What a panel shows, by its tab. Plain JSON. */
export type PanelContent = QuotaContent | WardsContent;
