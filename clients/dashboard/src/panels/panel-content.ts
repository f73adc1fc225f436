import type { QuotaContent } from './quota/quota-content';

/** What a panel shows, by its tab. Plain JSON. */
export type PanelContent = QuotaContent;
